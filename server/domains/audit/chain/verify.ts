import { statSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditChain, auditEntries, auditPending } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import type { AuditVerdict } from "../schema.ts";
import { anchorFile, readSigner } from "./anchor.ts";
import { type CheckedMarks, checkMarks } from "./check-marks.ts";
import { findByKey } from "./extend.ts";
import { createFindings, type Findings } from "./findings.ts";
import { parseMark } from "./mark.ts";
import { type FileLine, readLines } from "./mark-file.ts";
import { type PlacedMark, type Walked, walkChain } from "./walk.ts";

const MAX_STRAYS = 100;

/**
 * Recomputes the whole chain and holds it against every anchor, in a snapshot of the database; of
 * the log it keeps a page at a time in memory.
 */
export async function verifyLog(ctx: Context): Promise<AuditVerdict> {
  const startedAt = performance.now();
  const checkedAt = ctx.now();
  const file = anchorFile(ctx.config);
  const signer = readSigner(ctx.config);
  // What is anchored from here on may be newer than the snapshot.
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const findings = createFindings();
  const result = await ctx.db.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      const pendingCount = await findStrays(tx, findings);
      // Read after the snapshot: a checkpoint is written before what it stands for is removed.
      const marks = await checkMarks(file, signer, findings);
      const anchors = readAnchors(file, marks);
      await findByKey(tx);
      const { checkpoints } = marks;
      const walked = await walkChain({ tx, findings, anchors, checkpoints });
      await reportBeyond(walked, { anchors, sizeBytes, findings });
      if (walked.linkCount > 0 && !marks.last)
        findings.add({ seq: null, message: `There is no anchor in ${file}` });
      return { pendingCount, marks, walked };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const { marks, walked } = result;
  return {
    isIntact: findings.count() === 0,
    checkedAt,
    durationMs: performance.now() - startedAt,
    firstSeq: walked.firstSeq,
    headSeq: walked.head.seq,
    headHash: walked.head.hash.toString("hex"),
    entryCount: walked.linkCount,
    pendingCount: result.pendingCount,
    anchorCount: marks.anchorCount,
    anchoredSeq: marks.last?.seq ?? null,
    anchoredAt: marks.last ? new Date(marks.last.at) : null,
    anchorKey: signer.fingerprint,
    problems: findings.problems,
    problemCount: findings.count(),
    notes: findings.notes,
  };
}

interface PlacedAnchor extends PlacedMark {
  offset: number;
}

/** Only what is signed and does not go back: a line that was moved is reported where it stands. */
async function* readAnchors(
  file: string,
  { unproven }: CheckedMarks,
): AsyncGenerator<PlacedAnchor, undefined> {
  let seq = 0;
  for await (const line of readLines(file)) {
    const anchor = unproven.has(line.number) ? undefined : placeAnchor(line);
    if (!anchor || anchor.seq < seq) continue;
    seq = anchor.seq;
    yield anchor;
  }
}

function placeAnchor({ text, number, offset }: FileLine): PlacedAnchor | undefined {
  const mark = parseMark(text);
  return mark?.kind === "anchor" ? { ...mark, line: number, offset } : undefined;
}

interface Beyond {
  anchors: AsyncIterator<PlacedAnchor>;
  sizeBytes: number;
  findings: Findings;
}

async function reportBeyond(
  { head, beyond }: Walked,
  { anchors, sizeBytes, findings }: Beyond,
): Promise<void> {
  let anchor = beyond as IteratorResult<PlacedAnchor>;
  for (; !anchor.done && anchor.value.offset < sizeBytes; anchor = await anchors.next()) {
    const { seq, line } = anchor.value;
    findings.add({
      seq,
      line,
      message: `#${seq} was anchored, but the chain ends at #${head.seq}: its tail was cut`,
    });
  }
}

/** Entries that were put in past the triggers, and those that were removed before they were in the chain. */
async function findStrays(tx: Transaction, findings: Findings): Promise<number> {
  const forged = await tx.execute<{ id: string }>(sql`
    select id::text from ${auditEntries}
     where not exists (select from ${auditChain} where entry_id = ${auditEntries.id})
       and not exists (select from ${auditPending} where entry_id = ${auditEntries.id})
     limit ${MAX_STRAYS}`);
  for (const { id } of forged)
    findings.add({ seq: null, entryId: id, message: "The entry is not in the chain" });
  const removed = await tx.execute<{ id: string }>(sql`
    select entry_id::text as id from ${auditPending}
     where not exists (select from ${auditEntries} where id = entry_id)
     limit ${MAX_STRAYS}`);
  for (const { id } of removed)
    findings.add({
      seq: null,
      entryId: id,
      message: "The entry was removed as soon as it was made",
    });
  const waiting = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${auditPending}`,
  );
  return waiting[0]?.count ?? 0;
}
