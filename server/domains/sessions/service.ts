import { and, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sessions } from "#db/schema/sessions.ts";
import { record } from "#server/domains/audit/service.ts";
import { assertMayActOn, getUserFor } from "#server/domains/users/policy.ts";
import { assertInPerson } from "#server/platform/access/in-person.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { lifetimeSeconds } from "./alive.ts";
import { clearImpersonationCookie, clearSessionCookie, setSessionCookie } from "./cookie.ts";
import { boundUserAgent, describeDevice } from "./device.ts";
import { endImpersonations } from "./impersonation/endings.ts";

export interface NewSession {
  sessionId: string;
  token: string;
  isRemembered: boolean;
  expiresAt: Date;
}

/**
 * Signs a user in inside the caller's transaction. After the commit, {@link sendSession} gives the
 * browser its cookie.
 */
export async function createSession(
  tx: Transaction,
  ctx: Context,
  input: { userId: string; isRemembered: boolean },
): Promise<NewSession> {
  const now = ctx.now();
  const token = createSecret();
  const expiresAt = new Date(
    now.getTime() + lifetimeSeconds(ctx.settings.current.sessions, input.isRemembered) * 1000,
  );
  const session = {
    id: ctx.newId(),
    tokenHash: hashSecret(token),
    ...input,
    address: ctx.request.address,
    userAgent: boundUserAgent(ctx.request.userAgent),
    createdAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    expiresAt,
  };
  await tx.insert(sessions).values(session);
  await record(tx, ctx, {
    action: "session.created",
    subject: { type: "user", id: input.userId },
    after: summarize(session),
  });
  return { sessionId: session.id, token, isRemembered: input.isRemembered, expiresAt };
}

/** The cookie of a session that has been committed. */
export function sendSession(ctx: Context, session: NewSession): void {
  const { rememberedSeconds } = ctx.settings.current.sessions;
  const maxAgeSeconds = session.isRemembered ? rememberedSeconds : undefined;
  setSessionCookie(ctx, { token: session.token, maxAgeSeconds });
}

/**
 * Ends one session, of oneself or of somebody one may act on; it counts from the next request on.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function revokeSession(
  ctx: Context,
  input: { userId: string; sessionId: string },
): Promise<void> {
  await assertMayEndSessions(ctx, input.userId);
  const count = await inTransaction(ctx, (tx) => endSessions(tx, ctx, input));
  if (count === 0) throw new AppError("NOT_FOUND", "This session has ended already.");
  if (isCurrentUser(ctx, input.userId) && ctx.actor.sessionId === input.sessionId) {
    clearSessionCookie(ctx);
  }
}

/** Ends every session of somebody one may act on; of oneself, the current one as well. */
export async function revokeAllSessions(ctx: Context, userId: string): Promise<number> {
  await assertMayEndSessions(ctx, userId);
  const count = await inTransaction(ctx, (tx) => endSessions(tx, ctx, { userId }));
  if (isCurrentUser(ctx, userId)) clearSessionCookie(ctx);
  return count;
}

/** Ends one's own sessions on all other devices. */
export async function revokeOtherSessions(ctx: Context & { actor: UserActor }): Promise<number> {
  const { userId, sessionId } = ctx.actor;
  const input = { userId, exceptSessionId: sessionId };
  const count = await inTransaction(ctx, (tx) => endSessions(tx, ctx, input));
  return count;
}

/** Signs out: ends the current session and takes its cookie back. Without a session it does nothing. */
export async function endCurrentSession(ctx: Context): Promise<void> {
  clearSessionCookie(ctx);
  await inTransaction(ctx, (tx) => endOwnSession(tx, ctx));
}

/** Ends the session that this browser was signed in with: one's own, in whoever's name one acts. */
export async function endOwnSession(tx: Transaction, ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor?.kind !== "user") return;
  if (actor.impersonator) clearImpersonationCookie(ctx);
  const { userId, sessionId } = actor.impersonator ?? actor;
  await endSessions(tx, ctx, { userId, sessionId, action: "session.ended" });
}

interface Ending {
  userId: string;
  sessionId?: string;
  exceptSessionId?: string;
  action?: "session.revoked" | "session.ended";
}

/**
 * Ends sessions of a user (one, all, or all but one) inside the caller's transaction, with one
 * audit entry each. Whether the actor may do it is the caller's to check.
 */
export async function endSessions(tx: Transaction, ctx: Context, input: Ending): Promise<number> {
  const ids = await lockSessions(tx, input);
  await endImpersonations(tx, ctx, { sessionIds: ids, how: "revoked" });
  const ended = await tx
    .delete(sessions)
    .where(inArray(sessions.id, ids))
    .returning({ id: sessions.id, address: sessions.address, userAgent: sessions.userAgent });
  for (const session of ended) {
    await record(tx, ctx, {
      action: input.action ?? "session.revoked",
      subject: { type: "user", id: input.userId },
      before: summarize(session),
    });
  }
  return ids.length;
}

/** Until the transaction ends nobody acts in another's name through one of them. */
async function lockSessions(
  tx: Transaction,
  { userId, sessionId, exceptSessionId }: Ending,
): Promise<string[]> {
  const rows = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        sessionId ? eq(sessions.id, sessionId) : undefined,
        exceptSessionId ? ne(sessions.id, exceptSessionId) : undefined,
      ),
    )
    .orderBy(sessions.id)
    .for("update");
  return rows.map(({ id }) => id);
}

/** Shuts a user out of everything, as a part of a larger change that has its own audit entry. */
export async function deleteSessionsOf(
  tx: Transaction,
  ctx: Context,
  userId: string,
): Promise<void> {
  const ids = await lockSessions(tx, { userId });
  await endImpersonations(tx, ctx, { sessionIds: ids, how: "revoked" });
  await tx.delete(sessions).where(inArray(sessions.id, ids));
}

function summarize(session: { id: string; address: string; userAgent: string }) {
  return {
    session: session.id,
    device: describeDevice(session.userAgent),
    address: session.address,
  };
}

async function assertMayEndSessions(ctx: Context, userId: string): Promise<void> {
  if (isCurrentUser(ctx, userId)) return assertInPerson(ctx.actor);
  const user = await getUserFor(ctx, "sessions.revoke", userId);
  await assertMayActOn(ctx.db, ctx.actor, user);
}

function isCurrentUser(ctx: Context, userId: string): ctx is Context & { actor: UserActor } {
  return ctx.actor?.kind === "user" && ctx.actor.userId === userId;
}
