import { and, desc, eq, getTableColumns, lt, notLike, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { users } from "#db/schema/users.ts";
import type { Actor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { hideStrangers, whereMayRead } from "./policy.ts";
import type { AuditEntry } from "./schema.ts";

interface HistoryFilter {
  subjectType: string;
  subjectId: string;
  cursor?: string | undefined;
  limit: number;
  /** Who asks; they may know of the subject. */
  reader: Actor | undefined;
}

/** What happened to one subject, newest first. */
export async function listHistory(db: Queryable, filter: HistoryFilter) {
  const { subjectType, subjectId, cursor, limit } = filter;
  const rows = await readEntries(db, limit + 1, [
    eq(auditEntries.subjectType, subjectType),
    eq(auditEntries.subjectId, subjectId),
    cursor ? lt(auditEntries.id, cursor) : undefined,
  ]);
  const items = await hideStrangers(db, filter.reader, rows.slice(0, limit));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The newest changes of all subjects, without people coming and going. */
export function listRecentChanges(db: Queryable, limit: number): Promise<AuditEntry[]> {
  return readEntries(db, limit, [notLike(auditEntries.action, "session%")]);
}

/** One look-up by key per row, and only where the subject is a user. */
const subjectName = sql<string | null>`(
  select ${users.name} from ${users}
  where ${users.id} = case when ${auditEntries.subjectType} = 'user' then ${auditEntries.subjectId}::uuid end
)`;

export const entryColumns = { ...getTableColumns(auditEntries), subjectName };

/**
 * One entry that the reader may know of.
 * @throws AppError NOT_FOUND
 */
export async function getEntry(
  db: Queryable,
  entryId: string,
  reader: Actor | undefined,
): Promise<AuditEntry> {
  const [entry] = await readEntries(db, 1, [eq(auditEntries.id, entryId), whereMayRead(reader)]);
  if (!entry) throw new AppError("NOT_FOUND", "There is no such entry.");
  return entry;
}

function readEntries(
  db: Queryable,
  limit: number,
  conditions: (SQL | undefined)[],
): Promise<AuditEntry[]> {
  return db
    .select(entryColumns)
    .from(auditEntries)
    .where(and(...conditions))
    .orderBy(desc(auditEntries.id))
    .limit(limit);
}
