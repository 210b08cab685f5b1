import { eq } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import type { UpdateProfileInput } from "#server/domains/auth/schema.ts";
import { lockUser, userColumns } from "#server/domains/users/queries.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { SetLanguageInput } from "./schema.ts";

/** Changes the signed-in user's own name; answers with who they are now. */
export function updateProfile(
  ctx: Context & { actor: UserActor },
  { name }: UpdateProfileInput,
): Promise<UserActor> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const before = await lockUser(tx, userId);
    const [after] = await tx
      .update(users)
      .set({ name, updatedAt: ctx.now(), version: before.version + 1 })
      .where(eq(users.id, userId))
      .returning(userColumns);
    await record(tx, ctx, {
      action: "user.updated",
      subject: { type: "user", id: userId },
      before,
      after,
    });
    return { ...ctx.actor, name };
  });
}

/** Of the mail to the signed-in user; pages follow the browser. */
export function setLanguage(
  ctx: Context & { actor: UserActor },
  { locale }: SetLanguageInput,
): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const [before] = await tx
      .select({ locale: users.locale })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (before?.locale === locale) return;
    await tx.update(users).set({ locale }).where(eq(users.id, userId));
    await record(tx, ctx, {
      action: "user.language-changed",
      subject: { type: "user", id: userId },
      before: { locale: before?.locale ?? null },
      after: { locale },
    });
  });
}
