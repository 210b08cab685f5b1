import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sessions } from "#db/schema/sessions.ts";
import { record } from "#server/domains/audit/service.ts";
import { readGrants } from "#server/domains/roles/queries.ts";
import { assertNotSelf, maySee } from "#server/domains/users/policy.ts";
import { lockUser, refuseUser } from "#server/domains/users/queries.ts";
import { assertInPerson } from "#server/platform/access/in-person.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { isAlive, readClock } from "../alive.ts";
import { clearImpersonationCookie, setImpersonationCookie } from "../cookie.ts";
import { boundUserAgent, describeDevice } from "../device.ts";
import { endImpersonations } from "./endings.ts";
import { isBeneath, reaches } from "./policy.ts";
import type { Impersonation, StartImpersonationInput } from "./schema.ts";

type SignedIn = Context & { actor: UserActor };

/**
 * Lets the signed-in user act in the name of somebody who may do less, from the next request of this
 * browser on, for a limited time.
 * @throws AppError NOT_FOUND out of reach or sight, FORBIDDEN up the order of rights, CONFLICT for a user who
 * is not active and for a second one at a time
 */
export async function startImpersonation(
  ctx: SignedIn,
  input: StartImpersonationInput,
): Promise<Impersonation> {
  assertInPerson(ctx.actor);
  const token = createSecret();
  const seconds = ctx.settings.current.sessions.impersonationSeconds;
  const endsAt = await inTransaction(ctx, async (tx) => {
    await assertMayStart(tx, ctx, input.userId);
    await holdOwnSession(tx, ctx);
    return insertSession(tx, ctx, { ...input, token, seconds });
  });
  setImpersonationCookie(ctx, { token, maxAgeSeconds: seconds });
  return { endsAt };
}

/** Back to oneself. Whoever acts in nobody's name stays who they are. */
export async function stopImpersonation(ctx: Context): Promise<void> {
  clearImpersonationCookie(ctx);
  const { actor } = ctx;
  if (actor?.kind !== "user" || !actor.impersonator) return;
  await inTransaction(ctx, (tx) =>
    endImpersonations(tx, ctx, { sessionIds: [actor.sessionId], how: "self" }),
  );
}

async function assertMayStart(tx: Transaction, ctx: SignedIn, userId: string): Promise<void> {
  const user = await lockUser(tx, userId);
  const grants = await readGrants(tx, user.roles);
  const person = { userId, department: user.department, grants };
  if (!(reaches(ctx.actor, person) && maySee(ctx.actor, user))) refuseUser();
  assertNotSelf(ctx.actor, user, "You cannot impersonate yourself.");
  if (!isBeneath(person, ctx.actor)) {
    throw new AppError(
      "FORBIDDEN",
      "You cannot act in the name of someone who may do as much as you or more.",
    );
  }
  if (user.status !== "active") {
    throw new AppError("CONFLICT", `${user.name} is not active: nobody can act in their name.`);
  }
}

/** Until the transaction ends the session neither ends nor begins another impersonation. */
async function holdOwnSession(tx: Transaction, ctx: SignedIn): Promise<void> {
  const { sessionId } = ctx.actor;
  const [own] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .for("update");
  if (!own) throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
  const [running] = await tx
    .select({
      id: sessions.id,
      isRemembered: sessions.isRemembered,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      impersonatorSessionId: sessions.impersonatorSessionId,
    })
    .from(sessions)
    .where(eq(sessions.impersonatorSessionId, sessionId));
  if (!running) return;
  if (isAlive(running, readClock(ctx))) {
    throw new AppError("CONFLICT", "You act as somebody else in this browser already.");
  }
  await endImpersonations(tx, ctx, { sessionIds: [running.id], how: "time" });
}

interface NewImpersonation extends StartImpersonationInput {
  token: string;
  seconds: number;
}

async function insertSession(
  tx: Transaction,
  ctx: SignedIn,
  { userId, reason, token, seconds }: NewImpersonation,
): Promise<Date> {
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  const session = {
    id: ctx.newId(),
    tokenHash: hashSecret(token),
    userId,
    impersonatorSessionId: ctx.actor.sessionId,
    isRemembered: false,
    address: ctx.request.address,
    userAgent: boundUserAgent(ctx.request.userAgent),
    createdAt: now,
    lastSeenAt: now,
    authenticatedAt: now,
    expiresAt,
  };
  await tx.insert(sessions).values(session);
  await record(tx, ctx, {
    action: "impersonation.started",
    subject: { type: "user", id: userId },
    after: {
      session: session.id,
      reason,
      until: expiresAt,
      device: describeDevice(session.userAgent),
    },
  });
  return expiresAt;
}
