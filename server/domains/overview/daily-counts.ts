import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { signInFailures } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { isKept } from "#server/domains/users/queries.ts";
import type { DailyCounts } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Whole UTC days, today the last of them. */
export interface Period {
  now: Date;
  days: number;
}

export function countSignUps(db: Queryable, period: Period, filter?: SQL): Promise<DailyCounts> {
  return countRows(db, { table: users, at: users.createdAt, filter: and(isKept, filter) }, period);
}

export function countSignIns(db: Queryable, period: Period): Promise<DailyCounts> {
  const filter = sql`${auditEntries.action} = 'session.created'`;
  return countRows(db, { table: auditEntries, at: auditEntries.at, filter }, period);
}

export async function countSignInFailures(db: Queryable, period: Period): Promise<DailyCounts> {
  const { refused, throttled, hour } = signInFailures;
  const amount = sql`coalesce(sum(${refused} + ${throttled}), 0)`;
  return countPerDay(db, { from: signInFailures, at: hour, amount }, period);
}

interface RowSource {
  table: PgTable;
  at: SQLWrapper;
  filter?: SQL | undefined;
}

function countRows(db: Queryable, { table, at, filter }: RowSource, period: Period) {
  return countPerDay(db, { from: table, at, filter, amount: sql`count(*)` }, period);
}

interface DailySource {
  from: PgTable;
  at: SQLWrapper;
  filter?: SQL | undefined;
  amount: SQL;
}

/** One look at the index for each day of the period and of the one before: nothing is sorted or grouped. */
async function countPerDay(
  db: Queryable,
  { from, at, filter = sql`true`, amount }: DailySource,
  { now, days }: Period,
): Promise<DailyCounts> {
  const first = Math.floor(now.getTime() / DAY_MS) * DAY_MS - (2 * days - 1) * DAY_MS;
  const firstDay = sql`${new Date(first).toISOString()}::timestamptz`;
  const rows = await db.execute<{ count: number }>(sql`
    select (
      select ${amount}::int from ${from}
      where ${at} >= ${firstDay} + number * interval '24 hours'
        and ${at} < ${firstDay} + (number + 1) * interval '24 hours'
        and ${filter}
    ) as count
    from generate_series(0, ${2 * days - 1}::int) as number
    order by number`);
  const counts = rows.map(({ count }, index) => ({
    day: new Date(first + index * DAY_MS).toISOString().slice(0, 10),
    count,
  }));
  const inPeriod = counts.slice(days);
  return {
    days: inPeriod,
    total: sum(inPeriod),
    previousTotal: sum(counts.slice(0, days)),
  };
}

const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
