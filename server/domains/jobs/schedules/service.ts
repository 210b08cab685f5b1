import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import { type Context, nameOfActor } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { CodeSchedule } from "#server/platform/queue/schedules/definition.ts";
import { readTiming, toColumns } from "#server/platform/queue/schedules/rows.ts";
import {
  findFault,
  findNext,
  type Timing,
  wordsOf,
} from "#server/platform/queue/schedules/timing.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { assertPayload } from "../payload.ts";
import type {
  CreateScheduleInput,
  PauseScheduleInput,
  ScheduleId,
  UpdateScheduleInput,
} from "./schema.ts";

type Row = typeof jobSchedules.$inferSelect;

interface Change {
  action: AuditAction;
  set: Partial<Row>;
  /** The next run is counted from now again. */
  isRetimed?: boolean;
}

type Definitions = readonly JobDefinition[];

/** @throws AppError VALIDATION for a name that is taken, a timing or payload that cannot run */
export async function createSchedule(
  ctx: Context,
  { timing, ...input }: CreateScheduleInput,
  definitions: Definitions,
): Promise<void> {
  assertTiming(ctx, timing);
  assertPayload(findDefinition(definitions, input.queue), input.payload);
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx
      .insert(jobSchedules)
      .values({ id: ctx.newId(), isFromCode: false, ...input, ...toColumns(timing) })
      .onConflictDoNothing()
      .returning();
    if (!row) throw fieldError("name", "taken", "Another schedule has this name.");
    await retime(tx, ctx, row);
    await record(tx, ctx, {
      action: "schedule.created",
      subject: { type: "schedule", id: row.name },
      after: row,
    });
  });
}

/** A deploy keeps it from now on. @throws AppError VALIDATION, NOT_FOUND, CONFLICT */
export async function updateSchedule(
  ctx: Context,
  { scheduleId, version, timing, payload }: UpdateScheduleInput,
  definitions: Definitions,
): Promise<void> {
  await changeSchedule(ctx, scheduleId, (before) => {
    if (before.version !== version) {
      throw new AppError("CONFLICT", "Somebody else has changed the schedule in the meantime.");
    }
    assertTiming(ctx, timing);
    assertPayload(findDefinition(definitions, before.queue), payload);
    const set = { ...toColumns(timing), payload, isEdited: before.isFromCode };
    return { action: "schedule.updated", set, isRetimed: true };
  });
}

/**
 * Timing and payload are the code's again, and follow it.
 * @throws AppError NOT_FOUND, CONFLICT for one that the code does not bring
 */
export function followCode(
  ctx: Context,
  { scheduleId }: ScheduleId,
  schedules: readonly CodeSchedule[],
): Promise<void> {
  return changeSchedule(ctx, scheduleId, ({ name, isFromCode, isEdited }) => {
    const code = schedules.find((schedule) => schedule.name === name);
    if (!(code && isFromCode)) {
      throw new AppError("CONFLICT", "The code does not bring this schedule.");
    }
    if (!isEdited) return null;
    const { timing, payload } = code;
    const timingInCode = wordsOf(timing);
    const set = { ...toColumns(timing), timingInCode, payload, isEdited: false };
    return { action: "schedule.updated", set, isRetimed: true };
  });
}

export function pauseSchedule(
  ctx: Context,
  { scheduleId, reason }: PauseScheduleInput,
): Promise<void> {
  return changeSchedule(ctx, scheduleId, () => {
    const pausedByName = nameOfActor(ctx);
    const set = { pausedAt: ctx.now(), pausedByName, pauseReason: reason ?? null };
    return { action: "schedule.paused", set };
  });
}

/** What it has missed is not made up for. One that runs goes on running. */
export function resumeSchedule(ctx: Context, { scheduleId }: ScheduleId): Promise<void> {
  return changeSchedule(ctx, scheduleId, ({ pausedAt }) => {
    if (!pausedAt) return null;
    const set = { pausedAt: null, pausedByName: null, pauseReason: null };
    return { action: "schedule.resumed", set, isRetimed: true };
  });
}

/**
 * Beside its times, even while it is paused.
 * @returns the id of the job
 * @throws AppError NOT_FOUND, VALIDATION, CONFLICT when one is there already
 */
export function runSchedule(
  ctx: Context,
  { scheduleId }: ScheduleId,
  definitions: Definitions,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const { name, queue, payload } = await lockSchedule(tx, scheduleId);
    const definition = findDefinition(definitions, queue);
    const jobId = await ctx.queue.enqueue(tx, ctx, { definition, payload });
    if (!jobId) throw new AppError("CONFLICT", "Such a job is in the queue already.");
    const last = { lastAt: ctx.now(), lastJobId: jobId };
    await tx
      .insert(jobScheduleRuns)
      .values({ scheduleId, ...last })
      .onConflictDoUpdate({ target: jobScheduleRuns.scheduleId, set: last });
    await record(tx, ctx, {
      action: "schedule.run",
      subject: { type: "schedule", id: name },
      after: { job: jobId },
    });
    return jobId;
  });
}

/** @throws AppError NOT_FOUND, CONFLICT for one that the code brings, and would bring back */
export function deleteSchedule(ctx: Context, { scheduleId }: ScheduleId): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockSchedule(tx, scheduleId);
    if (before.isFromCode && !before.droppedAt) {
      throw new AppError("CONFLICT", "The code brings this schedule. It can be paused.");
    }
    await tx.delete(jobSchedules).where(eq(jobSchedules.id, scheduleId));
    await record(tx, ctx, {
      action: "schedule.deleted",
      subject: { type: "schedule", id: before.name },
      before,
    });
  });
}

/** The scheduler sees it at its next look, a second later at most. */
async function changeSchedule(
  ctx: Context,
  scheduleId: string,
  work: (before: Row) => Change | null,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await lockSchedule(tx, scheduleId);
    const change = work(before);
    if (!change) return;
    const after = { ...before, ...change.set, version: before.version + 1 };
    await tx.update(jobSchedules).set(after).where(eq(jobSchedules.id, scheduleId));
    if (change.isRetimed) await retime(tx, ctx, after);
    await record(tx, ctx, {
      action: change.action,
      subject: { type: "schedule", id: before.name },
      before,
      after,
    });
  });
}

function findDefinition(definitions: Definitions, queue: string): JobDefinition {
  const definition = definitions.find(({ name }) => name === queue);
  if (!definition) throw fieldError("queue", "unknown", "There is no such queue.");
  return definition;
}

async function lockSchedule(tx: Transaction, scheduleId: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(jobSchedules)
    .where(eq(jobSchedules.id, scheduleId))
    .for("update");
  if (!row) throw new AppError("NOT_FOUND", "There is no such schedule.");
  return row;
}

async function retime(tx: Transaction, ctx: Context, row: Row): Promise<void> {
  const run = { nextAt: findNext(readTiming(row), ctx.now()) };
  await tx
    .insert(jobScheduleRuns)
    .values({ scheduleId: row.id, ...run })
    .onConflictDoUpdate({ target: jobScheduleRuns.scheduleId, set: run });
}

function assertTiming(ctx: Context, timing: Timing): void {
  const fault = findFault(timing);
  if (fault) throw fieldError(`timing.${fault.field}`, "invalid", fault.message);
  if (timing.kind === "once" && timing.at <= ctx.now()) {
    throw fieldError("timing.at", "past", "Choose a time that is to come.");
  }
}
