import { and, desc, eq, getTableColumns, inArray, lt, notLike, type SQL, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Queryable } from "#db/client.ts";
import { auditEntries, auditVerdicts } from "#db/schema/audit.ts";
import { users } from "#db/schema/users.ts";
import type { Actor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { hideStrangers, whereActorIsKnown, whereMayRead } from "./policy.ts";
import type { AuditEntry, AuditPage, UserHistoryInput } from "./schema.ts";

interface HistoryFilter {
  subjectType: string;
  subjectId: string;
  cursor?: string | undefined;
  limit: number;
  /** Who asks; they may know of the subject. */
  reader: Actor | undefined;
}

export type KeptVerdict = Omit<typeof auditVerdicts.$inferSelect, "id">;

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

/**
 * What somebody did, newest first: in their own name, by whoever acted as them, and as others. Two
 * walks of an index find the ids of a page; only its rows are read.
 */
export async function listActivity(
  db: Queryable,
  { userId, cursor, limit }: z.output<typeof UserHistoryInput>,
  reader: Actor | undefined,
): Promise<z.infer<typeof AuditPage>> {
  const walk = (who: PgColumn) =>
    db
      .select({ id: auditEntries.id })
      .from(auditEntries)
      .where(
        and(
          eq(who, userId),
          cursor ? lt(auditEntries.id, cursor) : undefined,
          whereMayRead(reader),
          whereActorIsKnown(reader),
        ),
      )
      .orderBy(desc(auditEntries.id))
      .limit(limit + 1);
  const ids = unionAll(walk(auditEntries.actorId), walk(auditEntries.impersonatorId))
    .orderBy(({ id }) => desc(id))
    .limit(limit + 1);
  const rows = await db
    .select(entryColumns)
    .from(auditEntries)
    .where(inArray(auditEntries.id, ids))
    .orderBy(desc(auditEntries.id));
  const items = rows.slice(0, limit);
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

/** What the last verification found; null before the first. */
export async function findKeptVerdict(db: Queryable): Promise<KeptVerdict | null> {
  const { id: _, ...columns } = getTableColumns(auditVerdicts);
  const [verdict] = await db.select(columns).from(auditVerdicts);
  return verdict ?? null;
}
