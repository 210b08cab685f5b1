import { and, desc, eq, gte } from "drizzle-orm";
import { errorCounts, errorGroups, errorSamples } from "#db/schema/errors.ts";
import type { Context } from "#server/platform/context.ts";
import { type ErrorFacts, likenessOf } from "#server/platform/error-reports/fingerprint.ts";
import { AppError } from "#server/platform/errors.ts";
import { groupColumns } from "./list-errors.ts";
import type { ErrorGroup, ErrorGroupDetail } from "./schema.ts";

const HOUR_MS = 3_600_000;
const HOURS = 7 * 24;

/** @throws AppError NOT_FOUND */
export async function getErrorGroup(
  { db, now }: Pick<Context, "db" | "now">,
  groupId: string,
): Promise<ErrorGroupDetail> {
  const last = Math.floor(now().getTime() / HOUR_MS) * HOUR_MS;
  const first = last - (HOURS - 1) * HOUR_MS;
  const [[group], counts, samples] = await Promise.all([
    db
      .select({
        ...groupColumns,
        settledByName: errorGroups.settledByName,
        settledAt: errorGroups.settledAt,
        cameBackAt: errorGroups.cameBackAt,
      })
      .from(errorGroups)
      .where(eq(errorGroups.id, groupId)),
    db
      .select({ hour: errorCounts.hour, count: errorCounts.count })
      .from(errorCounts)
      .where(and(eq(errorCounts.groupId, groupId), gte(errorCounts.hour, new Date(first)))),
    db
      .select()
      .from(errorSamples)
      .where(eq(errorSamples.groupId, groupId))
      .orderBy(desc(errorSamples.id)),
  ]);
  if (!group) throw new AppError("NOT_FOUND", "There is no such error.");
  const byHour = new Map(counts.map(({ hour, count }) => [hour.getTime(), count]));
  return {
    ...group,
    kind: group.kind as ErrorGroup["kind"],
    status: group.status as ErrorGroup["status"],
    hours: Array.from({ length: HOURS }, (_, index) => {
      const at = first + index * HOUR_MS;
      return { at: new Date(at), count: byHour.get(at) ?? 0 };
    }),
    samples: samples.map(({ groupId: _, ...sample }) => sample),
  };
}

/** The group that failures of a queue with this error belong to, if they were reported. */
export async function findJobErrorGroup(
  { db }: Pick<Context, "db">,
  queue: string,
  error: ErrorFacts,
): Promise<string | null> {
  const { fingerprint } = likenessOf({ kind: "job", place: queue }, error);
  const [group] = await db
    .select({ id: errorGroups.id })
    .from(errorGroups)
    .where(eq(errorGroups.fingerprint, fingerprint));
  return group?.id ?? null;
}
