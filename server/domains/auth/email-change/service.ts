import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { emailChanges } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { movePreferences } from "#server/domains/mail/preferences/service.ts";
import { enqueueMail, findReaderLocale } from "#server/domains/mail/service.ts";
import { findUserByEmail, lockUser, userColumns } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import { isUniqueViolation } from "#server/platform/retry.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { assertPasswordUnchanged, verifyCurrentPassword } from "../current-password/service.ts";
import { endLinks, issueToken, redeemLink, refuse, withLinkThrottle } from "../links/service.ts";
import type {
  ConfirmEmailChangeInput,
  EmailChangeOutcome,
  EmailChangeSide,
  PendingEmailChange,
  RequestEmailChangeInput,
} from "../schema.ts";
import { reserveAttempt } from "../throttles/service.ts";

const PURPOSES = { current: "email-change-current", new: "email-change-new" } as const;
const CONFIRMED = { current: "currentConfirmedAt", new: "newConfirmedAt" } as const;

type Own = Context & { actor: UserActor };

/** The signed-in user's change of address that waits for confirmation. */
export async function getEmailChange(ctx: Own): Promise<PendingEmailChange | null> {
  const { email, expiresAt, currentConfirmedAt, newConfirmedAt } = emailChanges;
  const [pending] = await ctx.db
    .select({ email, expiresAt, currentConfirmedAt, newConfirmedAt })
    .from(emailChanges)
    .where(and(eq(emailChanges.userId, ctx.actor.userId), gt(expiresAt, ctx.now())));
  return pending ?? null;
}

/**
 * Mails a link to the present and to the new address; a wish before it is replaced. The answer does
 * not tell whether the new address belongs to somebody else: then no link goes there.
 * @throws AppError VALIDATION on the field, RATE_LIMITED
 */
export async function requestEmailChange(ctx: Own, input: RequestEmailChangeInput): Promise<void> {
  const { userId, email, name } = ctx.actor;
  if (input.email === email) throw fieldError("email", "unchanged", "This is your address already");
  const password = { field: "currentPassword", password: input.currentPassword };
  const verifiedHash = await verifyCurrentPassword(ctx, password);
  await reserveAttempt(ctx, { purpose: "email-change", account: email, byAddress: false });
  await inTransaction(ctx, async (tx) => {
    await assertPasswordUnchanged(tx, { userId, verifiedHash });
    const current = await issueToken(tx, ctx, { purpose: PURPOSES.current, userId });
    const next = await issueToken(tx, ctx, { purpose: PURPOSES.new, userId });
    await savePending(tx, ctx, { userId, email: input.email, expiresAt: current.expiresAt });
    await enqueueMail(tx, ctx, {
      template: PURPOSES.current,
      to: email,
      name,
      newEmail: input.email,
      ...current,
    });
    if (!(await findUserByEmail(tx, input.email))) {
      const locale = await findReaderLocale(tx, email);
      await enqueueMail(tx, ctx, { template: PURPOSES.new, to: input.email, ...next, locale });
    }
    await record(tx, ctx, { action: "user.email-change-requested", subject: subject(userId) });
  });
}

async function savePending(
  tx: Transaction,
  ctx: Context,
  { userId, ...wish }: { userId: string; email: string; expiresAt: Date },
): Promise<void> {
  const set = {
    ...wish,
    createdAt: ctx.now(),
    currentConfirmedAt: null,
    newConfirmedAt: null,
  };
  await tx
    .insert(emailChanges)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: emailChanges.userId, set });
}

/** Gives up a change of address, if one waits. */
export function cancelEmailChange(ctx: Own): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    await lockUser(tx, userId);
    const gone = await tx
      .delete(emailChanges)
      .where(eq(emailChanges.userId, userId))
      .returning({ userId: emailChanges.userId });
    if (gone.length === 0) return;
    await endLinks(tx, ctx, { userId, purposes: Object.values(PURPOSES) });
    await record(tx, ctx, { action: "user.email-change-cancelled", subject: subject(userId) });
  });
}

/**
 * Confirms at one of the two addresses, whoever is signed in; the second confirmation changes it.
 * @throws AppError NOT_FOUND, also when the new address has been taken meanwhile
 */
export function confirmEmailChange(
  ctx: Context,
  { side, token }: ConfirmEmailChangeInput,
): Promise<EmailChangeOutcome> {
  return withLinkThrottle(ctx, () => {
    const confirming = inTransaction(ctx, async (tx) => {
      const user = await redeemLink(tx, ctx, { purpose: PURPOSES[side], token });
      if (user.status !== "active") return refuse();
      const { email, isConfirmed } = await confirmPending(tx, ctx, { userId: user.id, side });
      if (isConfirmed) await changeEmail(tx, actingAs(ctx, user), { before: user, email });
      return { isChanged: isConfirmed };
    });
    return confirming.catch((error: unknown) => {
      if (isUniqueViolation(error)) return refuse();
      throw error;
    });
  });
}

async function confirmPending(
  tx: Transaction,
  ctx: Context,
  { userId, side }: { userId: string; side: EmailChangeSide },
) {
  const [pending] = await tx
    .update(emailChanges)
    .set({ [CONFIRMED[side]]: ctx.now() })
    .where(eq(emailChanges.userId, userId))
    .returning();
  if (!pending) return refuse();
  const { email, currentConfirmedAt, newConfirmedAt } = pending;
  return { email, isConfirmed: Boolean(currentConfirmedAt && newConfirmedAt) };
}

interface Change {
  before: User;
  email: string;
}

/** Links mailed to the address before stop working, and it is told. */
async function changeEmail(tx: Transaction, ctx: Context, { before, email }: Change) {
  const userId = before.id;
  if (await findUserByEmail(tx, email)) return refuse();
  const [after] = await tx
    .update(users)
    .set({
      email,
      emailVerifiedAt: ctx.now(),
      updatedAt: ctx.now(),
      version: before.version + 1,
    })
    .where(eq(users.id, userId))
    .returning(userColumns);
  await tx.delete(emailChanges).where(eq(emailChanges.userId, userId));
  await endLinks(tx, ctx, { userId, purposes: ["password-reset", "email-verification"] });
  await record(tx, ctx, { action: "user.email-changed", subject: subject(userId), before, after });
  await movePreferences(tx, ctx, { from: before.email, to: email });
  const { name } = before;
  await enqueueMail(tx, ctx, {
    template: "email-changed",
    to: before.email,
    name,
    newEmail: email,
    at: ctx.now(),
    locale: await findReaderLocale(tx, email),
  });
}

function subject(id: string) {
  return { type: "user", id } as const;
}
