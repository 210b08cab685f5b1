import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { auditChain, auditEntries } from "#db/schema/audit.ts";
import type { Link } from "./extend.ts";
import type { Findings } from "./findings.ts";
import { type EntryText, entryTextColumns, GENESIS, hashLink } from "./link.ts";
import type { Mark } from "./mark.ts";

const PAGE = 2_000;

interface Row extends EntryText {
  link_seq: string;
  link_entry: string;
  link_hash: string;
}

/** An anchor and the line where it stands. */
export interface PlacedMark extends Mark {
  line: number;
}

interface WalkOptions {
  tx: Transaction;
  findings: Findings;
  /** In the order of the file. */
  anchors: AsyncIterator<PlacedMark>;
  checkpoints: Map<number, Buffer>;
}

export interface Walked {
  firstSeq: number;
  head: Link;
  linkCount: number;
  /** Anchors from here on are beyond the end of the chain. */
  beyond: IteratorResult<PlacedMark>;
}

/** Follows the chain link by link, and compares each anchor on the way. */
export async function walkChain(options: WalkOptions): Promise<Walked> {
  const { tx, findings, anchors, checkpoints } = options;
  const place: Place = { firstSeq: 1, before: { seq: 0, hash: GENESIS } };
  const compareThrough = await createComparison(anchors, place, findings);
  let linkCount = 0;
  for await (const row of readLinks(tx)) {
    const seq = Number(row.link_seq);
    if (linkCount++ === 0) beginAt(seq, place, { checkpoints, findings });
    if (seq !== place.before.seq + 1) skipTo(seq, place, findings);
    await compareThrough(seq - 1);
    checkLink(row, place.before, findings);
    place.before = { seq, hash: Buffer.from(row.link_hash, "hex") };
    await compareThrough(seq);
  }
  const { firstSeq, before } = place;
  const beyond = await compareThrough(before.seq);
  return { firstSeq, head: { seq: before.seq, hash: before.hash ?? GENESIS }, linkCount, beyond };
}

async function* readLinks(tx: Transaction): AsyncGenerator<Row> {
  for (let after: string | undefined; ; ) {
    const beyond = after === undefined ? sql`` : sql`where ${auditChain.seq} > ${after}::bigint`;
    const rows = await tx.execute<Row>(sql`
      select ${auditChain.seq}::text as link_seq, ${auditChain.entryId}::text as link_entry,
             encode(${auditChain.hash}, 'hex') as link_hash, ${entryTextColumns}
        from (select * from ${auditChain} ${beyond} order by seq limit ${PAGE}) as ${auditChain}
        left join ${auditEntries} on ${auditEntries.id} = ${auditChain.entryId}
       order by ${auditChain.seq}`);
    yield* rows;
    after = rows.at(-1)?.link_seq;
    if (rows.length < PAGE) return;
  }
}

/** Where the walk is. */
interface Place {
  firstSeq: number;
  /** The link before the next one; its hash is undefined when nothing tells it. */
  before: { seq: number; hash: Buffer | undefined };
}

/** Compares the anchors up to a position, and returns the next one. */
async function createComparison(
  anchors: AsyncIterator<PlacedMark>,
  place: Place,
  findings: Findings,
): Promise<(seq: number) => Promise<IteratorResult<PlacedMark>>> {
  let next = await anchors.next();
  return async (seq) => {
    for (; !next.done && next.value.seq <= seq; next = await anchors.next())
      compare(next.value, place, findings);
    return next;
  };
}

/** What stands before the first link that is there. */
function beginAt(
  seq: number,
  place: Place,
  { checkpoints, findings }: Pick<WalkOptions, "checkpoints" | "findings">,
): void {
  place.firstSeq = seq;
  if (seq === 1) return;
  const hash = checkpoints.get(seq - 1);
  place.before = { seq: seq - 1, hash };
  if (hash) return;
  findings.add({
    seq,
    message: `The chain begins at #${seq}, and no checkpoint says that what was before was removed by rule`,
  });
}

function skipTo(seq: number, place: Place, findings: Findings): void {
  const from = place.before.seq + 1;
  const gap = seq - from === 1 ? `#${from} is` : `#${from} to #${seq - 1} are`;
  findings.add({ seq: from, message: `${gap} missing in the chain` });
  place.before = { seq: seq - 1, hash: undefined };
}

function checkLink(row: Row, before: Place["before"], findings: Findings): void {
  const seq = before.seq + 1;
  const problem = { seq, entryId: row.link_entry };
  if (row.id === null) findings.add({ ...problem, message: "The entry is gone" });
  else if (before.hash && hashLink(before.hash, seq, row).toString("hex") !== row.link_hash)
    findings.add({ ...problem, message: "The entry or its place is not what was recorded" });
}

function compare(
  { seq, hash, line }: PlacedMark,
  { before, firstSeq }: Place,
  findings: Findings,
): void {
  // Retention has taken it away.
  if (seq < firstSeq - 1) return;
  if (seq === before.seq && before.hash?.toString("hex") === hash) return;
  // A beginning that nothing explains, or a gap, was reported as such.
  if (seq === before.seq && !before.hash) return;
  findings.add({ seq, line, message: `#${seq} is not what was anchored` });
}
