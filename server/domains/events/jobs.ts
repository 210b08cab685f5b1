import { and, lt, max, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Context } from "#server/platform/context.ts";

const KEEP_MS = 7 * 86_400_000;

/** Events older than a week go; the log keeps what they tell of. */
export async function purgeEvents({ db, now }: Context): Promise<{ purged: number }> {
  const before = new Date(now().getTime() - KEEP_MS);
  // The newest stays: its place is where receivers stand.
  const newest = db.select({ position: max(events.position) }).from(events);
  const isOld = and(lt(events.at, before), lt(events.position, sql`(${newest})`));
  const result = await db.delete(events).where(isOld);
  return { purged: result.count };
}
