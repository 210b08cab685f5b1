import { count, gte, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { listRecentChanges } from "#server/domains/audit/queries.ts";
import { countLiveSessions } from "#server/domains/sessions/queries.ts";
import { countByStatus } from "#server/domains/users/queries.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import type { Overview } from "./schema.ts";

const DAY_MS = 86_400_000;
const RECENT_CHANGES = 8;

/** Counts now, and sign-ups per UTC day over `days` with the period before for comparison. */
export async function getOverview(
  ctx: Context & { actor: UserActor },
  days: number,
): Promise<Overview> {
  const { db, actor, replicas } = ctx;
  const now = ctx.now();
  const firstDay = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - (days - 1) * DAY_MS);
  const since = new Date(firstDay.getTime() - days * DAY_MS);
  const [[byStatus, activeSessions, signUps], recentChanges] = await Promise.all([
    replicas.readStale((stale) =>
      Promise.all([
        countByStatus(stale),
        countLiveSessions({ ...ctx, db: stale }),
        countSignUps(stale, since),
      ]),
    ),
    actor.permissions.has("audit.read") ? listRecentChanges(db, RECENT_CHANGES) : null,
  ]);
  const current = fillDays(signUps, firstDay, days);
  const signUpsInPeriod = sum(current.map((entry) => entry.count));
  return {
    users: { total: sum(Object.values(byStatus)), ...byStatus },
    activeSessions,
    signUpsInPeriod,
    signUpsInPreviousPeriod: sum([...signUps.values()]) - signUpsInPeriod,
    signUps: current,
    recentChanges,
  };
}

async function countSignUps(db: Queryable, since: Date): Promise<Map<string, number>> {
  const day = sql<string>`to_char(${users.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ day, count: count() })
    .from(users)
    .where(gte(users.createdAt, since))
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.day, row.count]));
}

function fillDays(counts: Map<string, number>, firstDay: Date, days: number) {
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(firstDay.getTime() + index * DAY_MS).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
