import { and, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Actor } from "../context.ts";
import type { Permission } from "./catalog.ts";
import { type Holder, isInScope, type RecordFacts, type RecordRule, type Scope } from "./decide.ts";

const NOTHING: Scope = [];
const NEVER = sql`false`;

/** Where the columns (or expressions) stand that hold a record's facts. */
export interface FactColumns {
  ownerId: SQLWrapper;
  department: SQLWrapper;
}

/** On which records somebody may do it. The system may on all: an operator runs it. */
export function scopeOf(actor: Actor | undefined, permission: Permission): Scope {
  if (actor?.kind === "system") return "all";
  return actor?.permissions.get(permission) ?? NOTHING;
}

export function mayOn(
  actor: Actor | undefined,
  permission: Permission,
  record: RecordFacts,
): boolean {
  return isInScope(scopeOf(actor, permission), holderOf(actor), record);
}

/** The rows on which the actor may do it; undefined when those are all. */
export function whereMay(
  actor: Actor | undefined,
  permission: Permission,
  columns: FactColumns,
): SQL | undefined {
  return whereInScope(scopeOf(actor, permission), holderOf(actor), columns);
}

/** The rule of `isInScope` for a query. */
export function whereInScope(scope: Scope, holder: Holder, columns: FactColumns): SQL | undefined {
  if (scope === "all") return undefined;
  return or(...scope.map((rule) => whereRule(rule, holder, columns))) ?? NEVER;
}

function whereRule(rule: RecordRule, holder: Holder, columns: FactColumns): SQL | undefined {
  return and(
    rule.records && equals(columns.ownerId, holder.userId),
    rule.department && equals(columns.department, holder.department),
  );
}

function equals(column: SQLWrapper, value: string | null): SQL {
  return value === null ? NEVER : eq(column, value);
}

function holderOf(actor: Actor | undefined): Holder {
  return actor?.kind === "user" ? actor : { userId: null, department: null };
}
