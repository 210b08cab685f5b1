import { getTableColumns, type Placeholder, type SQLWrapper, sql } from "drizzle-orm";
import type { Drizzle, Transaction } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import type { Actor, Context } from "#server/platform/context.ts";
import { preparedIn, preparedOnce } from "#server/platform/prepared.ts";
import { type AuditAction, REVERT_OF, type SubjectType } from "./catalog.ts";

type Row = Record<string, unknown>;

interface Change {
  action: AuditAction;
  subject: { type: SubjectType; id: string };
  /** The row before, absent when it was made now. */
  before?: Row;
  /** The row after, absent when it is gone. */
  after?: Row;
}

/** In the order of the table, in which an insertion from a selection takes them. */
const COLUMNS = Object.keys(
  getTableColumns(auditEntries),
) as (keyof typeof auditEntries.$inferInsert)[];
/** Keeps the placeholders of an entry apart from those of the statement that it is part of. */
const PREFIX = "entry_";

const insertEntry = preparedOnce((db) => {
  const values = Object.fromEntries(COLUMNS.map((name) => [name, sql.placeholder(name)]));
  return db
    .insert(auditEntries)
    .values(values as Record<(typeof COLUMNS)[number], Placeholder>)
    .prepare("audit_entries_insert");
});

const BOOKKEEPING = new Set(["updatedAt", "version"]);

/** Writes the audit entry of a change into the transaction that makes it. */
export async function record(tx: Transaction, ctx: Context, change: Change): Promise<void> {
  await preparedIn(tx, insertEntry(ctx.db)).execute(describeChange(ctx, change));
}

/**
 * The audit entry as part of the very statement that makes the change, for a change that is one
 * statement: written when `made` has a row. {@link entryValues} fills its placeholders.
 */
export function entryOf(db: Drizzle, made: SQLWrapper) {
  const values = COLUMNS.map((name) => {
    const column = auditEntries[name];
    const value = sql.param(sql.placeholder(PREFIX + name), column);
    return sql`${value}::${sql.raw(column.getSQLType())}`;
  });
  return db
    .$with("entry")
    .as(db.insert(auditEntries).select(sql`select ${sql.join(values, sql`, `)} from ${made}`));
}

export function entryValues(ctx: Context, change: Change): Record<string, unknown> {
  const fields = Object.entries(describeChange(ctx, change));
  return Object.fromEntries(fields.map(([name, value]) => [PREFIX + name, value]));
}

function describeChange(ctx: Context, change: Change) {
  return {
    id: ctx.newId(),
    at: ctx.now(),
    action: change.action,
    ...describeActor(ctx.actor),
    subjectType: change.subject.type,
    subjectId: change.subject.id,
    changes: describeChanges(ctx, change),
    requestId: ctx.request.id,
    address: ctx.request.address,
  };
}

function describeChanges({ revertOf }: Context, { before = {}, after = {} }: Change) {
  const changes = diff(before, after);
  return revertOf ? { ...changes, [REVERT_OF]: { before: null, after: revertOf } } : changes;
}

const NOBODY = { actorId: null, impersonatorId: null, impersonatorName: null };

function describeActor(actor: Actor | undefined) {
  if (!actor)
    return { ...NOBODY, actorKind: "anonymous" as const, actorName: "Someone not signed in" };
  if (actor.kind === "system")
    return { ...NOBODY, actorKind: "system" as const, actorName: actor.name };
  return {
    actorKind: "user" as const,
    actorId: actor.userId,
    actorName: actor.name,
    impersonatorId: actor.impersonator?.userId ?? null,
    impersonatorName: actor.impersonator?.name ?? null,
  };
}

/** The fields whose values differ, each with both sides; bookkeeping columns are left out. */
export function diff(before: Row, after: Row): Record<string, { before: unknown; after: unknown }> {
  const changes: Record<string, { before: unknown; after: unknown }> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (BOOKKEEPING.has(key)) continue;
    const sides = { before: before[key] ?? null, after: after[key] ?? null };
    if (JSON.stringify(sides.before) !== JSON.stringify(sides.after)) changes[key] = sides;
  }
  return changes;
}
