import { hash } from "node:crypto";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import type { Context, UserActor } from "./context.ts";
import { AppError, fieldError } from "./errors.ts";
import { inTransaction } from "./transaction.ts";

const DAY_MS = 24 * 3600 * 1000;

export interface KeyedCall {
  actor: UserActor;
  /** Which procedure: the same key on another one is another call. */
  path: string;
  key: string;
  /** What was asked for, as text. */
  input: string;
}

interface Done {
  outcome: string;
  isReplayed: boolean;
}

/**
 * Does `work` at most once in 24 hours per actor, path and key. What it does in its transaction
 * commits together with its outcome: nobody finds one without the other. When it throws, neither has
 * happened and the key is free.
 * @throws AppError CONFLICT while the first call runs, VALIDATION for the key with another input
 */
export function doOnce(
  ctx: Context,
  call: KeyedCall,
  work: (tx: Transaction) => Promise<string>,
): Promise<Done> {
  const keyHash = hashKey(call);
  const inputHash = hash("sha256", call.input, "buffer");
  return inTransaction(ctx, async (tx) => {
    await holdKey(tx, keyHash);
    const now = ctx.now();
    const isKept = and(eq(idempotencyKeys.keyHash, keyHash), gt(idempotencyKeys.expiresAt, now));
    const [kept] = await tx.select().from(idempotencyKeys).where(isKept);
    if (kept) {
      if (!kept.inputHash.equals(inputHash)) throw refuseOtherInput();
      return { outcome: kept.outcome, isReplayed: true };
    }
    const outcome = await work(tx);
    const expiresAt = new Date(now.getTime() + DAY_MS);
    const row = { keyHash, userId: call.actor.userId, inputHash, outcome, expiresAt };
    await tx
      .insert(idempotencyKeys)
      .values(row)
      .onConflictDoUpdate({ target: idempotencyKeys.keyHash, set: row });
    return { outcome, isReplayed: false };
  });
}

/** Whoever acts in somebody's name has keys of their own. */
function hashKey({ actor, path, key }: KeyedCall): Buffer {
  const { userId, impersonator } = actor;
  return hash("sha256", [userId, impersonator?.userId, path, key].join("\n"), "buffer");
}

/**
 * Until the transaction ends, however it ends: Postgres lets go of an advisory lock also when the
 * connection breaks.
 */
async function holdKey(tx: Transaction, keyHash: Buffer): Promise<void> {
  const lock = keyHash.readBigInt64BE().toString();
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lock}::bigint) as held`,
  );
  if (row?.held) return;
  throw new AppError("CONFLICT", "The first call with this Idempotency-Key is still running.", {
    retryAfterSeconds: 1,
  });
}

function refuseOtherInput(): AppError {
  const message = "This key came with another input before. A new call needs a new key";
  return fieldError("Idempotency-Key", "used", message);
}

/** Forgets at most `limit` outcomes whose time is over; answers how many. */
export async function purgeOutcomes(
  tx: Transaction,
  { now, limit }: { now: Date; limit: number },
): Promise<number> {
  const over = tx
    .select({ keyHash: idempotencyKeys.keyHash })
    .from(idempotencyKeys)
    .where(lt(idempotencyKeys.expiresAt, now))
    .limit(limit)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(idempotencyKeys)
    .where(inArray(idempotencyKeys.keyHash, over))
    .returning({ keyHash: idempotencyKeys.keyHash });
  return gone.length;
}
