import { asc, desc, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditChain, auditEntries, auditPending } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { type EntryText, entryTextColumns, GENESIS, hashLink } from "./link.ts";

/** Any constant: what matters is that every process of this product takes the same lock. */
const LOCK_KEY = 7_246_252_332;
const BATCH = 2_000;

export interface Link {
  seq: number;
  hash: Buffer;
}

/**
 * Joins every committed entry that waits to the chain, the oldest of them first. Batches of one
 * transaction each: killed at any line, either a batch is in the chain or it still waits.
 * @returns how many entries were joined
 */
export async function extendChain(ctx: Context): Promise<number> {
  let linked = 0;
  for (;;) {
    const count = await underChainLock(ctx, linkBatch);
    linked += count;
    if (count < BATCH) return linked;
  }
}

/** Runs `work` while no other process extends, anchors or shortens the chain. */
export function underChainLock<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_KEY})`);
    return work(tx);
  });
}

export async function findHead(tx: Transaction): Promise<Link> {
  const [head] = await tx
    .select({ seq: auditChain.seq, hash: auditChain.hash })
    .from(auditChain)
    .orderBy(desc(auditChain.seq))
    .limit(1);
  return head ?? { seq: 0, hash: GENESIS };
}

export async function findFirstSeq(tx: Transaction): Promise<number> {
  const [first] = await tx
    .select({ seq: auditChain.seq })
    .from(auditChain)
    .orderBy(asc(auditChain.seq))
    .limit(1);
  return first?.seq ?? 1;
}

/** What follows finds few rows, each by its key, whatever statistics that are old or missing suggest. */
export async function findByKey(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_seqscan', 'off', true)`);
}

async function linkBatch(tx: Transaction): Promise<number> {
  await findByKey(tx);
  const entries = await takePending(tx);
  if (entries.length === 0) return 0;
  let { seq, hash } = await findHead(tx);
  const links = entries.map((entry) => {
    hash = hashLink(hash, ++seq, entry);
    return { seq, entry_id: entry.id, hash: hash.toString("hex") };
  });
  await tx.execute(sql`
    insert into ${auditChain} (seq, entry_id, hash)
    select seq, entry_id, decode(hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(seq bigint, entry_id uuid, hash text)`);
  return links.length;
}

/**
 * Starts from what waits, never from the whole log: a subquery that yields a value is no join that
 * could be turned round. A waiting entry that is gone stays noted, since somebody removed it before
 * it was in the chain. One that is in the chain already, and was noted again by hand, is not joined
 * twice.
 */
async function takePending(tx: Transaction): Promise<EntryText[]> {
  const rows = await tx.execute<EntryText>(sql`
    with due as (
      delete from ${auditPending} where entry_id in (
        select entry_id from ${auditPending}
         where (select true from ${auditEntries} where id = entry_id)
         order by entry_id limit ${BATCH})
      returning entry_id
    )
    select ${entryTextColumns} from ${auditEntries}
     where id in (select entry_id from due)
       and not exists (select from ${auditChain} where entry_id = ${auditEntries.id})
     order by ${auditEntries.id}`);
  return [...rows];
}
