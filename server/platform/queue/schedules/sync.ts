import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import type { Services } from "../../context.ts";
import type { CodeSchedule } from "./definition.ts";
import { readTiming, toColumns } from "./rows.ts";
import { findNext, wordsOf } from "./timing.ts";

/**
 * Brings the schedules of the code into the database. What an operator has edited stays as it is; of
 * it only the note changes of what the code would say. What the code has dropped goes, unless an
 * operator has edited or paused it: then it does not run, and is as it was when another build brings it.
 */
export async function syncSchedules(
  services: Pick<Services, "db" | "now" | "newId">,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  await services.db.transaction(async (tx) => {
    await drop(tx, services, schedules);
    for (const schedule of schedules) await bringIn(tx, services, schedule);
  });
}

async function drop(
  tx: Transaction,
  { now }: Pick<Services, "now">,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  const names = schedules.map(({ name }) => name);
  const isForgotten = and(
    eq(jobSchedules.isFromCode, true),
    isNull(jobSchedules.droppedAt),
    notInArray(jobSchedules.name, names),
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
  const run = { nextAt: findNext(kept, now()) };
  const insert = tx.insert(jobScheduleRuns).values({ scheduleId: row.id, ...run });
  await (isRetimed
    ? insert.onConflictDoUpdate({ target: jobScheduleRuns.scheduleId, set: run })
    : insert.onConflictDoNothing());
}
