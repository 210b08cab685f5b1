import { eq, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditChain, auditEntries } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { record } from "../service.ts";
import { anchorFile, readSigner } from "./anchor.ts";
import { findFirstSeq, findHead, type Link, underChainLock } from "./extend.ts";
import { appendMark } from "./mark-file.ts";
import { verifyLog } from "./verify.ts";

const BATCH = 5_000;

/**
 * Removes entries older than the configured retention: the beginning of the chain up to the first
 * younger entry, never beyond the newest anchor. A signed checkpoint is on the disk before anything
 * is removed, and the rest verifies from it. Killed at any line, it may be run again.
 * @returns how many entries were removed
 * @throws AppError CONFLICT when the log does not verify: what may be evidence stays
 */
export async function purgeLog(ctx: Context): Promise<number> {
  const { auditRetentionSeconds } = ctx.config;
  if (auditRetentionSeconds === undefined) return 0;
  const before = new Date(ctx.now().getTime() - auditRetentionSeconds * 1000);
  const verdict = await verifyLog(ctx);
  if (!verdict.isIntact) {
    throw new AppError(
      "CONFLICT",
      `Nothing is removed from an audit log that does not verify: ${verdict.problemCount} problem(s), see npm run cli -- verify-audit`,
    );
  }
  const anchoredSeq = verdict.anchoredSeq ?? 0;
  let removed = 0;
  for (;;) {
    const count = await underChainLock(ctx, (tx) => purgeBatch(tx, ctx, { before, anchoredSeq }));
    removed += count;
    if (count < BATCH) return removed;
  }
}

interface Limits {
  before: Date;
  anchoredSeq: number;
}

async function purgeBatch(tx: Transaction, ctx: Context, limits: Limits): Promise<number> {
  const firstSeq = await findFirstSeq(tx);
  const last = await findLast(tx, firstSeq, limits);
  if (!last) return 0;
  const count = last.seq - firstSeq + 1;
  const { seq } = last;
  appendMark(anchorFile(ctx.config), readSigner(ctx.config), {
    kind: "checkpoint",
    seq,
    hash: last.hash.toString("hex"),
    count,
    at: ctx.now().toISOString(),
  });
  await removeThrough(tx, seq);
  await record(tx, ctx, {
    action: "audit.purged",
    subject: { type: "system", id: "audit" },
    after: { entries: count, through: seq, olderThan: limits.before },
  });
  return count;
}

/** The last link of the batch; the newest of the chain stays, since the next is joined to it. */
async function findLast(
  tx: Transaction,
  firstSeq: number,
  { before, anchoredSeq }: Limits,
): Promise<Link | undefined> {
  const head = await findHead(tx);
  const through = Math.min(firstSeq + BATCH - 1, anchoredSeq, head.seq - 1);
  const [younger] = await tx.execute<{ seq: string | null }>(sql`
    select min(seq) as seq from ${auditChain} join ${auditEntries} on id = entry_id
     where seq <= ${through} and at >= ${before.toISOString()}::timestamptz`);
  const seq = younger?.seq ? Number(younger.seq) - 1 : through;
  if (seq < firstSeq) return undefined;
  const [last] = await tx
    .select({ seq: auditChain.seq, hash: auditChain.hash })
    .from(auditChain)
    .where(eq(auditChain.seq, seq));
  return last;
}

async function removeThrough(tx: Transaction, seq: number): Promise<void> {
  await tx.execute(sql`set local binnacle.audit_retention = 'on'`);
  await tx.execute(sql`
    delete from ${auditEntries} where id in (select entry_id from ${auditChain} where seq <= ${seq})`);
  await tx.delete(auditChain).where(lte(auditChain.seq, seq));
  await tx.execute(sql`set local binnacle.audit_retention = 'off'`);
}
