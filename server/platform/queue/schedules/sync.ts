import { and, eq, notInArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import type { Services } from "../../context.ts";
import type { CodeSchedule } from "./definition.ts";
import { toColumns } from "./rows.ts";
import { findNext, wordsOf } from "./timing.ts";

/**
 * Brings the schedules of the code into the database. What an operator has edited stays as it is; of
 * it only the note changes of what the code would say.
 */
export async function syncSchedules(
  services: Pick<Services, "db" | "now" | "newId">,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  await services.db.transaction(async (tx) => {
    await removeForgotten(tx, schedules);
    for (const schedule of schedules) await bringIn(tx, services, schedule);
  });
}

async function removeForgotten(tx: Transaction, schedules: readonly CodeSchedule[]): Promise<void> {
  const names = schedules.map(({ name }) => name);
  await tx
    .delete(jobSchedules)
    .where(and(eq(jobSchedules.isFromCode, true), notInArray(jobSchedules.name, names)));
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
  const isRetimed = !row.isEdited && row.timingInCode !== code.timingInCode;
  await tx
    .update(jobSchedules)
    .set(row.isEdited ? code : columns)
    .where(eq(jobSchedules.id, row.id));
  const run = { nextAt: findNext(timing, now()) };
  const insert = tx.insert(jobScheduleRuns).values({ scheduleId: row.id, ...run });
  await (isRetimed
    ? insert.onConflictDoUpdate({ target: jobScheduleRuns.scheduleId, set: run })
    : insert.onConflictDoNothing());
}
