import { and, eq, inArray, isNull, lt, notInArray, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import type { Services } from "../../context.ts";
import { ALIVE_MS } from "../heartbeat.ts";
import type { CodeSchedule } from "./definition.ts";
import { readTiming, toColumns } from "./rows.ts";
import { findNext, wordsOf } from "./timing.ts";

type Needs = Pick<Services, "db" | "now" | "newId">;

/**
 * Brings the schedules of the code into the database. What an operator has edited stays as it is; of
 * it only the note changes of what the code would say. What the code has dropped goes as soon as no
 * worker of another build brings it, unless an operator has edited or paused it: then it does not run,
 * and is as it was when another build brings it.
 */
export async function syncSchedules(
  services: Needs,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  await services.db.transaction(async (tx) => {
    for (const schedule of schedules) await bringIn(tx, services, schedule);
    await drop(tx, services, schedules);
  });
}

/**
 * Tells that a worker lives whose code brings these schedules, so that those of other builds leave them
 * alone; does to the others what {@link syncSchedules} does.
 */
export async function keepSchedules(
  services: Needs,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  const { db, now } = services;
  const names = schedules.map(({ name }) => name);
  // One that is locked is kept by somebody else, or makes a job just now: next time will do.
  const own = db
    .select({ scheduleId: jobScheduleRuns.scheduleId })
    .from(jobScheduleRuns)
    .innerJoin(jobSchedules, eq(jobSchedules.id, jobScheduleRuns.scheduleId))
    .where(and(inArray(jobSchedules.name, names), eq(jobSchedules.isFromCode, true)))
    .for("update", { of: jobScheduleRuns, skipLocked: true });
  await db
    .update(jobScheduleRuns)
    .set({ knownAt: now() })
    .where(inArray(jobScheduleRuns.scheduleId, own));
  const there = await db
    .select({ name: jobSchedules.name })
    .from(jobSchedules)
    .where(and(inArray(jobSchedules.name, names), isNull(jobSchedules.droppedAt)));
  const isThere = new Set(there.map(({ name }) => name));
  await db.transaction(async (tx) => {
    for (const schedule of schedules)
      if (!isThere.has(schedule.name)) await bringIn(tx, services, schedule);
    await drop(tx, services, schedules);
  });
}

async function drop(
  tx: Transaction,
  { now }: Pick<Services, "now">,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  const names = schedules.map(({ name }) => name);
  const silentSince = new Date(now().getTime() - ALIVE_MS);
  const unknown = tx
    .select({ scheduleId: jobScheduleRuns.scheduleId })
    .from(jobScheduleRuns)
    .where(or(isNull(jobScheduleRuns.knownAt), lt(jobScheduleRuns.knownAt, silentSince)));
  const isForgotten = and(
    eq(jobSchedules.isFromCode, true),
    isNull(jobSchedules.droppedAt),
    notInArray(jobSchedules.name, names),
    inArray(jobSchedules.id, unknown),
  );
  const isAsInCode = and(eq(jobSchedules.isEdited, false), isNull(jobSchedules.pausedAt));
  await tx.delete(jobSchedules).where(and(isForgotten, isAsInCode));
  await tx.update(jobSchedules).set({ droppedAt: now() }).where(isForgotten);
}

async function bringIn(
  tx: Transaction,
  { now, newId }: Pick<Services, "now" | "newId">,
  { name, description, job, payload, timing }: CodeSchedule,
): Promise<void> {
  const code = { queue: job.name, description, timingInCode: wordsOf(timing) };
  const columns = { ...code, payload, ...toColumns(timing) };
  await tx
    .insert(jobSchedules)
    .values({ id: newId(), name, isFromCode: true, ...columns })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(jobSchedules)
    .where(eq(jobSchedules.name, name))
    .for("update");
  if (!row?.isFromCode) return;
  const isRetimed =
    row.droppedAt !== null || (!row.isEdited && row.timingInCode !== code.timingInCode);
  const kept = row.isEdited ? readTiming(row) : timing;
  await tx
    .update(jobSchedules)
    .set({ ...(row.isEdited ? code : columns), droppedAt: null })
    .where(eq(jobSchedules.id, row.id));
  const known = { knownAt: now() };
  const run = { nextAt: findNext(kept, now()), ...known };
  await tx
    .insert(jobScheduleRuns)
    .values({ scheduleId: row.id, ...run })
    .onConflictDoUpdate({
      target: jobScheduleRuns.scheduleId,
      set: isRetimed ? run : known,
    });
}
