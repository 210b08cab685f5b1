import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { userColumns } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context } from "#server/platform/context.ts";
import { saveCredential } from "./passwords/service.ts";

interface ActiveUser {
  name: string;
  email: string;
  roles: User["roles"];
  passwordHash: string;
  lastSignInAt?: Date;
}

/** Adds somebody whose address is known to be theirs, with their password; null when it is taken. */
export async function insertActiveUser(
  tx: Transaction,
  ctx: Context,
  { name, email, roles, passwordHash, lastSignInAt }: ActiveUser,
): Promise<User | null> {
  const now = ctx.now();
  const [user] = await tx
    .insert(users)
    .values({
      id: ctx.newId(),
      email,
      name,
      roles,
      status: "active",
      emailVerifiedAt: now,
      lastSignInAt,
      locale: ctx.request.locale?.(),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: users.email })
    .returning(userColumns);
  if (!user) return null;
  await saveCredential(tx, ctx, { userId: user.id, passwordHash });
  return user;
}
