import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail, enqueueWelcome } from "#server/domains/mail/service.ts";
import {
  createSession,
  endOwnSession,
  type NewSession,
  sendSession,
} from "#server/domains/sessions/service.ts";
import { isLapsed } from "#server/domains/users/change/service.ts";
import { findUser, userColumns } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { issueToken, peekToken, redeemLink, refuse, withLinkThrottle } from "../links/service.ts";
import { hashNewPassword, saveCredential } from "../passwords/service.ts";
import type { AcceptInvitationInput, Invitation, LinkInput } from "../schema.ts";
import { foreseeAttempts, spending } from "../throttles/service.ts";

/** Mails a user the link with which they choose a password; an earlier one stops working. */
export async function sendInvitation(
  tx: Transaction,
  ctx: Context,
  user: Pick<User, "id" | "name" | "email">,
): Promise<void> {
  const { url, expiresAt } = await issueToken(tx, ctx, { purpose: "invitation", userId: user.id });
  await enqueueMail(tx, ctx, {
    template: "invitation",
    to: user.email,
    name: user.name,
    inviter: ctx.actor?.name ?? "Binnacle",
    url,
    expiresAt,
  });
}

/**
 * Runs what sends one invitation, as long as its sender has not sent too many within the hour. What
 * fails does not count, nor does what the system sends.
 * @throws AppError RATE_LIMITED
 */
export function withInvitationLimit<T>(ctx: Context, send: () => Promise<T>): Promise<T> {
  const { actor } = ctx;
  if (actor?.kind !== "user") return send();
  return spending(ctx, { purpose: "invitation", account: actor.userId, byAddress: false }, send);
}

/** For a rehearsal: a check that throws for as many invitations as would be too many. */
export async function foreseeInvitations(ctx: Context): Promise<() => void> {
  if (ctx.actor?.kind !== "user") return () => undefined;
  const { left, refusal } = await foreseeAttempts(ctx, "invitation", ctx.actor.userId);
  let sent = 0;
  return () => {
    if (sent === left) throw refusal;
    sent++;
  };
}

/** Whom an invitation is for, before it is accepted. @throws AppError NOT_FOUND */
export function getInvitation(ctx: Context, { token }: LinkInput): Promise<Invitation> {
  return withLinkThrottle(ctx, async () => {
    const { user, expiresAt } = await findInvited(ctx, token);
    return { email: user.email, name: user.name, expiresAt };
  });
}

/**
 * Makes the account active with the chosen name and password, and signs in.
 * @throws AppError NOT_FOUND, VALIDATION
 */
export async function acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<void> {
  const session = await withLinkThrottle(ctx, async () => {
    const { user } = await findInvited(ctx, input.token);
    const owner = { name: input.name, email: user.email };
    const { password } = input;
    const passwordHash = await hashNewPassword({ field: "password", password, owner });
    return inTransaction(ctx, (tx) => accept(tx, ctx, { passwordHash, input }));
  });
  sendSession(ctx, session);
}

async function findInvited(ctx: Context, token: string) {
  const { userId, expiresAt } = await peekToken(ctx, { purpose: "invitation", token });
  if (!userId) return refuse();
  const user = await findUser(ctx.db, userId);
  const isInvited = user && (user.status === "invited" || isLapsed(user, ctx.now()));
  return isInvited ? { user, expiresAt } : refuse();
}

interface Accepted {
  passwordHash: string;
  input: AcceptInvitationInput;
}

async function accept(
  tx: Transaction,
  ctx: Context,
  { passwordHash, input }: Accepted,
): Promise<NewSession> {
  const before = await redeemLink(tx, ctx, { purpose: "invitation", token: input.token });
  if (before.status !== "invited") return refuse();
  const userId = before.id;
  await endOwnSession(tx, ctx);
  const after = await activate(tx, ctx, { before, name: input.name });
  await saveCredential(tx, ctx, { userId, passwordHash });
  const acting = actingAs(ctx, after);
  await record(tx, acting, {
    action: "user.invitation-accepted",
    subject: { type: "user", id: userId },
    before,
    after,
  });
  await enqueueWelcome(tx, acting, after);
  return createSession(tx, acting, { userId, isRemembered: false });
}

/** The link came by mail, so the address is theirs. */
async function activate(
  tx: Transaction,
  ctx: Context,
  { before, name }: { before: User; name: string },
): Promise<User> {
  const now = ctx.now();
  const [after] = await tx
    .update(users)
    .set({
      status: "active",
      name,
      emailVerifiedAt: now,
      lastSignInAt: now,
      locale: ctx.request.locale?.(),
      updatedAt: now,
      version: before.version + 1,
    })
    .where(eq(users.id, before.id))
    .returning(userColumns);
  return after ?? refuse();
}
