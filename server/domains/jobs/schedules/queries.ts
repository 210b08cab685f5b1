import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import { jobList } from "#server/platform/queue/job-list.ts";
import { readTiming } from "#server/platform/queue/schedules/rows.ts";
import { wordsOf } from "#server/platform/queue/schedules/timing.ts";
import type { Schedule } from "./schema.ts";

/** Every schedule with its next and last run, in the order of their names. */
export async function listSchedules({ db }: Pick<Context, "db">): Promise<Schedule[]> {
  const rows = await db
    .select({ schedule: jobSchedules, run: jobScheduleRuns })
    .from(jobSchedules)
    .leftJoin(jobScheduleRuns, eq(jobScheduleRuns.scheduleId, jobSchedules.id))
    .orderBy(asc(jobSchedules.name));
  const states = await readStates(
    db,
    rows.flatMap(({ run }) => run?.lastJobId ?? []),
  );
  return rows.map(({ schedule, run }) => {
    const { cron, everySeconds, onceAt, timeZone, isEdited, timingInCode, droppedAt, ...kept } =
      schedule;
    const timing = readTiming({ cron, everySeconds, onceAt, timeZone });
    const isOther = isEdited && timingInCode !== wordsOf(timing);
    return {
      ...kept,
      timing,
      isEdited,
      timingInCode: isOther ? timingInCode : null,
      isDropped: droppedAt !== null,
      nextAt: schedule.pausedAt || droppedAt ? null : (run?.nextAt ?? null),
      lastAt: run?.lastAt ?? null,
      lastJobId: run?.lastJobId ?? null,
      lastState: states.get(run?.lastJobId ?? "") ?? null,
    };
  });
}

async function readStates(
  db: Context["db"],
  jobIds: string[],
): Promise<Map<string, NonNullable<Schedule["lastState"]>>> {
  if (jobIds.length === 0) return new Map();
  const jobs = await db
    .select({ id: jobList.id, state: jobList.state })
    .from(jobList)
    .where(
      and(inArray(jobList.id, jobIds), sql`${jobList.queue} in (select name from pgboss.queue)`),
    );
  return new Map(jobs.map(({ id, state }) => [id, state as NonNullable<Schedule["lastState"]>]));
}
