import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { getTableColumns, sql } from "drizzle-orm";
import { auditEntries } from "#db/schema/audit.ts";
import {
  type EntryText,
  entryTextColumns,
  GENESIS,
  hashLink,
} from "#server/domains/audit/chain/link.ts";
import { createMarkSigner, parseMark } from "#server/domains/audit/chain/mark.ts";
import type { AuditWorld } from "./audit-log.ts";
import type { Pick } from "./pick.ts";

/** Does its harm as a database administrator or with the file of anchors; tells what it did. */
type Tampering = (world: AuditWorld, pick: Pick) => Promise<string>;

export const COLUMNS = Object.values(getTableColumns(auditEntries)).map(({ name }) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

/** Another value of the same type, whatever the column holds. */
const OTHER: Record<string, string> = {
  id: "gen_random_uuid()",
  at: "at + interval '1 millisecond'",
  actor_id: "gen_random_uuid()",
  impersonator_id: "gen_random_uuid()",
  changes: "jsonb_set(changes, '{amount,after}', '1000000000000000000001')",
};

export const TAMPERINGS: Record<string, Tampering> = {
  async editEntry(world, pick) {
    const [column = "", seq] = [COLUMNS[pick(COLUMNS.length)], await anySeq(world, pick)];
    await editColumn(world, column, seq);
    return `${column} of #${seq}`;
  },

  async deleteEntry(world, pick) {
    const seq = await anySeq(world, pick);
    await run(world, `delete from audit_entries where id = ${entryAt(seq)}`);
    return `#${seq}`;
  },

  async deleteEntryAndLink(world, pick) {
    const seq = await anySeq(world, pick);
    await run(
      world,
      `delete from audit_entries where id = ${entryAt(seq)}; delete from audit_chain where seq = ${seq}`,
    );
    return `#${seq}`;
  },

  async removeAsIfNeverWritten(world, pick) {
    const seq = await anySeq(world, pick);
    await run(
      world,
      `delete from audit_entries where id = ${entryAt(seq)}; delete from audit_chain where seq = ${seq};
       update audit_chain set seq = -seq where seq > ${seq};
       update audit_chain set seq = -seq - 1 where seq < 0`,
    );
    await rewriteFrom(world, 1);
    return `#${seq}`;
  },

  async swapEntries(world, pick) {
    const one = await anySeq(world, pick);
    const other = await anySeq(world, (limit) => (one + pick(limit - 1)) % limit);
    await run(
      world,
      `create temp table pair as select seq, entry_id from audit_chain where seq in (${one}, ${other});
       update audit_chain set entry_id = gen_random_uuid() where seq = ${one};
       update audit_chain set entry_id = (select entry_id from pair where seq = ${one}) where seq = ${other};
       update audit_chain set entry_id = (select entry_id from pair where seq = ${other}) where seq = ${one}`,
    );
    return `#${one} and #${other}`;
  },

  async cutTail(world, pick) {
    const seq = await anySeq(world, pick);
    await cutFrom(world, seq);
    return `from #${seq}`;
  },

  async forgeEntry(world, pick) {
    const seq = await anySeq(world, pick);
    await insertForged(world, seq);
    return `a copy of #${seq}`;
  },

  async forgeEntryAndLinks(world, pick) {
    const seq = await anySeq(world, pick);
    const id = await insertForged(world, seq);
    await run(
      world,
      `update audit_chain set seq = -seq where seq >= ${seq};
       update audit_chain set seq = -seq + 1 where seq < 0;
       insert into audit_chain values (${seq}, '${id}', '\\x00')`,
    );
    await rewriteFrom(world, 1);
    return `before #${seq}`;
  },

  async editAndRewrite(world, pick) {
    const seq = await anySeq(world, pick);
    await run(world, `update audit_entries set actor_name = 'Nobody' where id = ${entryAt(seq)}`);
    await rewriteFrom(world, seq);
    return `from #${seq}`;
  },

  async emptyEverything(world) {
    await run(world, "truncate audit_entries, audit_chain, audit_pending");
    return "all tables";
  },

  async editLink(world, pick) {
    const seq = await anySeq(world, pick);
    await run(world, `update audit_chain set hash = sha256(hash) where seq = ${seq}`);
    return `#${seq}`;
  },

  async editAnchor(world, pick) {
    return editLines(world, (lines) => {
      const number = pick(lines.length);
      const line = lines[number] ?? "";
      const at = pick(line.length);
      lines[number] = `${line.slice(0, at)}${line[at] === "7" ? "8" : "7"}${line.slice(at + 1)}`;
      return `line ${number + 1}, character ${at}`;
    });
  },

  async removeAnchor(world, pick) {
    return editLines(world, (lines) => {
      const number = pick(lines.length - 1);
      lines.splice(number, 1 + pick(lines.length - 1 - number));
      return `from line ${number + 1}`;
    });
  },

  async duplicateAnchor(world, pick) {
    return editLines(world, (lines) => {
      const number = pick(lines.length);
      lines.splice(pick(lines.length + 1), 0, lines[number] ?? "");
      return `line ${number + 1}`;
    });
  },

  async swapAnchors(world, pick) {
    return editLines(world, (lines) => {
      const one = pick(lines.length);
      const other = (one + 1 + pick(lines.length - 1)) % lines.length;
      [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
      return `lines ${one + 1} and ${other + 1}`;
    });
  },

  async signAnchorsAnew(world, pick) {
    const seq = await anySeq(world, pick);
    await run(world, `update audit_entries set actor_name = 'Nobody' where id = ${entryAt(seq)}`);
    await rewriteFrom(world, seq);
    const hashes = await readHashes(world);
    const signer = createMarkSigner("ab".repeat(32));
    return editLines(world, (lines) => {
      let previous: string | null = null;
      for (const [number, line] of lines.entries()) {
        const mark = parseMark(line);
        if (!mark) continue;
        const hash = hashes.get(mark.seq) ?? mark.hash;
        const { kind, count, at } = mark;
        lines[number] = signer.sign({ kind, seq: mark.seq, hash, count, at, previous });
        previous = createHash("sha256").update(lines[number]).digest("hex");
      }
      return "with another key";
    });
  },

  async removeAnchors(world) {
    return editLines(world, (lines) => {
      lines.length = 0;
      return "all lines";
    });
  },
};

export async function cutFrom(world: AuditWorld, seq: number): Promise<void> {
  await run(
    world,
    `delete from audit_entries where id in (select entry_id from audit_chain where seq >= ${seq});
     delete from audit_chain where seq >= ${seq}`,
  );
}

export async function editColumn(world: AuditWorld, column: string, seq: number): Promise<void> {
  const value = OTHER[column] ?? `coalesce(${column}, '') || 'x'`;
  await run(world, `update audit_entries set ${column} = ${value} where id = ${entryAt(seq)}`);
}

function run(world: AuditWorld, statements: string) {
  return world.asSuperuser((psql) => psql.unsafe(statements));
}

async function anySeq({ services }: AuditWorld, pick: Pick): Promise<number> {
  const [row] = await services.raw`select max(seq)::int as head from audit_chain`;
  return pick(row?.head) + 1;
}

const entryAt = (seq: number) => `(select entry_id from audit_chain where seq = ${seq})`;

async function insertForged(world: AuditWorld, seq: number): Promise<string> {
  const id = world.services.newId();
  const columns = COLUMNS.filter((column) => column !== "id").join(", ");
  await run(
    world,
    `insert into audit_entries (id, ${columns}) select '${id}', ${columns} from audit_entries where id = ${entryAt(seq)}`,
  );
  return id;
}

/** Computes the hashes from a position on as we would. */
async function rewriteFrom(world: AuditWorld, from: number): Promise<void> {
  const { db } = world.services;
  const rows = await db.execute<EntryText>(sql`
    select seq::text, encode(hash, 'hex') as hash, ${entryTextColumns}
      from audit_chain join audit_entries on id = entry_id where seq >= ${from} - 1 order by seq`);
  let previous: Buffer = GENESIS;
  for (const row of rows) {
    const seq = Number(row.seq);
    previous = seq < from ? Buffer.from(row.hash ?? "", "hex") : hashLink(previous, seq, row);
    if (seq < from) continue;
    await run(
      world,
      `update audit_chain set hash = '\\x${previous.toString("hex")}' where seq = ${seq}`,
    );
  }
}

async function readHashes({ services }: AuditWorld): Promise<Map<number, string>> {
  const rows = await services.raw<{ seq: number; hash: string }[]>`
    select seq::int, encode(hash, 'hex') as hash from audit_chain`;
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

function editLines(world: AuditWorld, edit: (lines: string[]) => string): string {
  const lines = readFileSync(world.file, "utf8").trimEnd().split("\n");
  const told = edit(lines);
  writeFileSync(world.file, lines.map((line) => `${line}\n`).join(""));
  return told;
}
