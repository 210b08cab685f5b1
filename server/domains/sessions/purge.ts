import { inArray, isNotNull, lt, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { registrations, signInThrottles, tokens } from "#db/schema/auth.ts";
import { sessions } from "#db/schema/sessions.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { purgeOutcomes } from "#server/platform/idempotency.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { readClock, whereOver } from "./alive.ts";
import { endImpersonations } from "./impersonation/endings.ts";

const BATCH_SIZE = 1_000;
/** Longer than any throttle's window. */
const THROTTLE_AGE_MS = 24 * 3600 * 1000;

export interface Purged {
  sessions: number;
  links: number;
  registrations: number;
  throttles: number;
  /** Outcomes of calls with an `Idempotency-Key`. */
  outcomes: number;
}

/**
 * Deletes what has expired, in batches of one transaction each with its audit entry, so that it may
 * be stopped anywhere and run again. Rows locked by somebody else wait for the next run.
 */
export async function purgeExpired(ctx: Context): Promise<Purged> {
  const total: Purged = { sessions: 0, links: 0, registrations: 0, throttles: 0, outcomes: 0 };
  for (;;) {
    const purged = await inTransaction(ctx, (tx) => purgeBatch(tx, ctx));
    total.sessions += purged.sessions;
    total.links += purged.links;
    total.registrations += purged.registrations;
    total.throttles += purged.throttles;
    total.outcomes += purged.outcomes;
    if (Math.max(...Object.values(purged)) < BATCH_SIZE) return total;
  }
}

async function purgeBatch(tx: Transaction, ctx: Context): Promise<Purged> {
  const purged = {
    sessions: await purgeSessions(tx, ctx),
    links: await purgeLinks(tx, ctx),
    registrations: await purgeRegistrations(tx, ctx),
    throttles: await purgeThrottles(tx, ctx),
    outcomes: await purgeOutcomes(tx, { now: ctx.now(), limit: BATCH_SIZE }),
  };
  if (Object.values(purged).some((count) => count > 0)) {
    await record(tx, ctx, {
      action: "sessions.purged",
      subject: { type: "system", id: "purge" },
      after: { ...purged },
    });
  }
  return purged;
}

async function purgeSessions(tx: Transaction, ctx: Context): Promise<number> {
  const over = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(whereOver(readClock(ctx)))
    .limit(BATCH_SIZE)
    .for("update", { skipLocked: true });
  const sessionIds = over.map(({ id }) => id);
  await endImpersonations(tx, ctx, { sessionIds, how: "time" });
  await tx.delete(sessions).where(inArray(sessions.id, sessionIds));
  return over.length;
}

async function purgeLinks(tx: Transaction, ctx: Context): Promise<number> {
  const over = tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(or(isNotNull(tokens.usedAt), lt(tokens.expiresAt, ctx.now())))
    .limit(BATCH_SIZE)
    .for("update", { skipLocked: true });
  const gone = await tx.delete(tokens).where(inArray(tokens.id, over)).returning({ id: tokens.id });
  return gone.length;
}

async function purgeRegistrations(tx: Transaction, ctx: Context): Promise<number> {
  const over = tx
    .select({ email: registrations.email })
    .from(registrations)
    .where(lt(registrations.expiresAt, ctx.now()))
    .limit(BATCH_SIZE)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(registrations)
    .where(inArray(registrations.email, over))
    .returning({ email: registrations.email });
  return gone.length;
}

async function purgeThrottles(tx: Transaction, ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - THROTTLE_AGE_MS);
  const over = tx
    .select({ key: signInThrottles.key })
    .from(signInThrottles)
    .where(lt(signInThrottles.windowStartedAt, before))
    .limit(BATCH_SIZE)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(signInThrottles)
    .where(inArray(signInThrottles.key, over))
    .returning({ key: signInThrottles.key });
  return gone.length;
}
