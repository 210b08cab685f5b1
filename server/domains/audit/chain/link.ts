import { hash } from "node:crypto";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { auditEntries } from "#db/schema/audit.ts";

/** An entry as text, column by column. */
export type EntryText = Record<string, string | null>;

/** What the first link is joined to. */
export const GENESIS = Buffer.alloc(32);

/** Each column under its name in the code, as text that depends on no setting of the connection. */
const TEXTS: [name: string, text: SQL][] = Object.entries(getTableColumns(auditEntries))
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, column]) => [
    name,
    column.getSQLType().startsWith("timestamp")
      ? sql`to_json(${column} at time zone 'UTC')::text`
      : sql`${column}::text`,
  ]);
const NAMES = TEXTS.map(([name]) => name);

export const entryTextColumns = sql.join(
  TEXTS.map(([name, text]) => sql`${text} as ${sql.identifier(name)}`),
  sql`, `,
);

/**
 * SHA-256 of the hash before and of the entry at its place, written as JSON. Columns without a value
 * are left out, so that a column which is added later leaves the hashes of old entries as they are.
 */
export function hashLink(previous: Buffer, seq: number, entry: EntryText): Buffer {
  const present = NAMES.filter((name) => entry[name] !== null).map((name) => [name, entry[name]]);
  const bytes = Buffer.from(JSON.stringify([seq, present]));
  return hash("sha256", Buffer.concat([previous, bytes]), "buffer");
}
