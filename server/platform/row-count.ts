import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Drizzle } from "#db/client.ts";

export interface RowCount {
  count: number;
  isEstimated: boolean;
}

interface CountQuery {
  table: PgTable;
  /** Asked for only when the count is not known. */
  filter: () => SQL | undefined;
  /** Names the filter: equal keys share what is known. */
  key: string;
}

export const EXACT_COUNT_LIMIT = 10_000;
const ESTIMATE_TTL_MS = 5_000;
const MAX_REMEMBERED = 1_000;

const remembered = new WeakMap<Drizzle, Map<string, { count: number; expiresAt: number }>>();

/**
 * Counts exactly up to 10,000 rows. Above that the planner's estimate is given, and kept for five
 * seconds, because counting 10,000 index entries costs more than reading the page.
 */
export async function countUpTo(db: Drizzle, query: CountQuery): Promise<RowCount> {
  const estimates = remembered.get(db) ?? new Map();
  remembered.set(db, estimates);
  const known = estimates.get(query.key);
  if (known && known.expiresAt > performance.now())
    return { count: known.count, isEstimated: true };
  estimates.delete(query.key);
  const filter = query.filter();
  const where = filter ? sql`where ${filter}` : sql``;
  const exact = await countCapped(db, query.table, where);
  if (exact <= EXACT_COUNT_LIMIT) return { count: exact, isEstimated: false };
  const count = Math.max(await estimate(db, query.table, where), EXACT_COUNT_LIMIT + 1);
  if (estimates.size >= MAX_REMEMBERED) estimates.clear();
  estimates.set(query.key, { count, expiresAt: performance.now() + ESTIMATE_TTL_MS });
  return { count, isEstimated: true };
}

async function countCapped(db: Drizzle, table: PgTable, where: SQL): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${table} ${where} limit ${EXACT_COUNT_LIMIT + 1}) as capped`,
  );
  return row?.count ?? 0;
}

async function estimate(db: Drizzle, table: PgTable, where: SQL): Promise<number> {
  const [row] = await db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select 1 from ${table} ${where}`,
  );
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
