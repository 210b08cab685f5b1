import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { users } from "#db/schema/users.ts";
import { userFacts } from "#server/domains/users/policy.ts";
import { isKept } from "#server/domains/users/queries.ts";
import { scopeOf, whereMay } from "#server/platform/access/scope.ts";
import type { Actor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { IMPERSONATOR } from "./catalog.ts";
import type { AuditEntry } from "./schema.ts";

const STRANGER = "Somebody else";

/** The user an entry is about; null for other records. */
const subjectUserId = sql`case when ${auditEntries.subjectType} = 'user' then ${auditEntries.subjectId}::uuid end`;

/**
 * What is said of the whole log tells of entries that readers of a part may not know of.
 * @throws AppError FORBIDDEN
 */
export function assertMayReadAll(reader: Actor | undefined): void {
  if (scopeOf(reader, "audit.read") === "all") return;
  throw new AppError("FORBIDDEN", "You may read a part of the log only.");
}

/** The entries about users within reach; undefined when those are all entries. */
export function whereMayRead(reader: Actor | undefined): SQL | undefined {
  const isInReach = whereInReach(reader);
  return isInReach && existsUser(subjectUserId, isInReach);
}

/** So many users are looked for one by one in less time than the log is walked. */
const FEW = 5_000;

/** The same entries in words that an index answers, when they are about few users. */
export async function whereMayFind(
  db: Queryable,
  reader: Actor | undefined,
): Promise<SQL | undefined> {
  const isInReach = whereInReach(reader);
  if (!isInReach) return undefined;
  const some = db
    .select({ id: users.id })
    .from(users)
    .where(isInReach)
    .limit(FEW + 1);
  if ((await db.$count(some.as("some"))) > FEW) return undefined;
  const ids = sql`array(select ${users.id}::text from ${users} where ${isInReach})`;
  return sql`(${auditEntries.subjectType} = 'user' and ${auditEntries.subjectId} = any(${ids}))`;
}

/** Users in the trash are known to those who may bring them back. */
function whereInReach(reader: Actor | undefined): SQL | undefined {
  const isInReach = whereMay(reader, "audit.read", userFacts);
  const mayRestore = whereMay(reader, "users.delete", userFacts);
  return isInReach && and(isInReach, mayRestore && or(isKept, mayRestore));
}

/**
 * The entries whose actor `hideStrangers` would name: a filter by actor must not tell what the answer
 * hides. Undefined when those are all.
 */
export function whereActorIsKnown(reader: Actor | undefined): SQL | undefined {
  const isInReach = whereInReach(reader);
  if (!isInReach) return undefined;
  const { actorId, impersonatorId } = auditEntries;
  return and(
    existsUser(sql`${actorId}`, isInReach),
    sql`(${impersonatorId} is null or ${existsUser(sql`${impersonatorId}`, isInReach)})`,
  );
}

function existsUser(id: SQL, isInReach: SQL): SQL {
  return sql`exists (select 1 from ${users} where ${users.id} = ${id} and ${isInReach})`;
}

/** Whoever may read the log about some users only learns nothing of others who acted on those. */
export async function hideStrangers(
  db: Queryable,
  reader: Actor | undefined,
  entries: AuditEntry[],
): Promise<AuditEntry[]> {
  if (scopeOf(reader, "audit.read") === "all") return entries;
  const known = await findKnown(db, reader, entries);
  return entries.map(({ changes: { [IMPERSONATOR]: _, ...changes }, ...entry }) => {
    const people = [entry.actorId, entry.impersonatorId].filter((id) => id !== null);
    return people.every((id) => known.has(id))
      ? { ...entry, changes }
      : { ...entry, changes, ...NOBODY };
  });
}

const NOBODY = {
  actorId: null,
  actorName: STRANGER,
  impersonatorId: null,
  impersonatorName: null,
  address: null,
  requestId: null,
};

async function findKnown(
  db: Queryable,
  reader: Actor | undefined,
  entries: AuditEntry[],
): Promise<Set<string>> {
  const ids = entries.flatMap(({ actorId, impersonatorId }) => [actorId, impersonatorId]);
  const people = [...new Set(ids.filter((id) => id !== null))];
  if (people.length === 0) return new Set();
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, people), whereInReach(reader)));
  return new Set(rows.map(({ id }) => id));
}
