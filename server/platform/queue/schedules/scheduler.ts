import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import { createSystemContext, type Services } from "../../context.ts";
import { errorCode } from "../../retry.ts";
import type { JobDefinition } from "../catalog.ts";
import type { CodeSchedule } from "./definition.ts";
import { readTiming } from "./rows.ts";
import { keepSchedules } from "./sync.ts";
import { findNextAfterRun } from "./timing.ts";

interface SchedulerOptions {
  services: Services;
  definitions: ReadonlyMap<string, JobDefinition>;
}

type StartOptions = SchedulerOptions & {
  /** What the code brings. */
  schedules: readonly CodeSchedule[];
};

/** Data exceptions and violated constraints. */
const REFUSED_DATA = /^2[23]/;
const TICK_MS = 1_000;
const KEEP_EVERY_TICKS = 10;
/** In one transaction. */
const MOST_AT_ONCE = 20;

/**
 * Makes the jobs of schedules whose time has come. Any number of processes do so: a slot belongs to
 * whoever has its row, and the job commits together with the next slot.
 */
export function startScheduler(options: StartOptions): { stop(): Promise<void> } {
  const { services, schedules } = options;
  const { log } = services;
  let isStopped = false;
  let ticks = 0;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();

  async function tick(): Promise<void> {
    try {
      if (ticks++ % KEEP_EVERY_TICKS === 0) await keepSchedules(services, schedules);
      while (!isStopped && (await runDue(options)) === MOST_AT_ONCE);
    } catch (err) {
      log.warn({ err }, "schedules not looked at");
    }
    if (!isStopped) again();
  }

  function again(): void {
    timer = setTimeout(() => {
      ticking = tick();
    }, TICK_MS);
  }

  again();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
    },
  };
}

/** How many were due. */
export function runDue(options: SchedulerOptions): Promise<number> {
  return options.services.db.transaction(async (tx) => {
    const due = await lockDue(tx, options);
    for (const one of due) await runSlot(tx, options, one);
    return due.length;
  });
}

type Due = Awaited<ReturnType<typeof lockDue>>[number];

/** A schedule of a queue that only a newer build knows is left to it. */
function lockDue(tx: Transaction, { services, definitions }: SchedulerOptions) {
  return tx
    .select({ schedule: jobSchedules, run: jobScheduleRuns })
    .from(jobScheduleRuns)
    .innerJoin(jobSchedules, eq(jobSchedules.id, jobScheduleRuns.scheduleId))
    .where(
      and(
        lte(jobScheduleRuns.nextAt, services.now()),
        isNull(jobSchedules.pausedAt),
        isNull(jobSchedules.droppedAt),
        inArray(jobSchedules.queue, [...definitions.keys()]),
      ),
    )
    .orderBy(asc(jobScheduleRuns.nextAt))
    .limit(MOST_AT_ONCE)
    .for("update", { of: jobScheduleRuns, skipLocked: true });
}

interface Made {
  lastJobId?: string | null;
}

async function runSlot(tx: Transaction, options: SchedulerOptions, due: Due): Promise<void> {
  const { services } = options;
  const { schedule, run } = due;
  if (!run.nextAt) return;
  const made = await tx
    .transaction((savepoint) => enqueueFor(savepoint, options, due))
    .catch((err: unknown) => passOver(services, schedule, err));
  const nextAt = findNextAfterRun(readTiming(schedule), run.nextAt, services.now());
  await tx
    .update(jobScheduleRuns)
    .set({ nextAt, lastAt: run.nextAt, ...made })
    .where(eq(jobScheduleRuns.scheduleId, schedule.id));
}

/** Where a job waits already, the slot is that one's: a paused queue does not fill with its like. */
async function enqueueFor(
  tx: Transaction,
  { services, definitions }: SchedulerOptions,
  { schedule, run }: Due,
): Promise<Made> {
  const definition = definitions.get(schedule.queue);
  if (!definition) throw new Error(`No code works off ${schedule.queue}`);
  const payload = definition.payload.safeParse(schedule.payload);
  if (!payload.success) throw payload.error;
  if (await isWaiting(tx, schedule, run.lastJobId)) return {};
  const ctx = createSystemContext(services, `schedule ${schedule.name}`);
  const lastJobId = await services.queue.enqueue(tx, ctx, { definition, payload: payload.data });
  return lastJobId ? { lastJobId } : {};
}

/** Whether that job has not begun yet, and carries what one of today would. */
async function isWaiting(
  tx: Transaction,
  { queue, payload }: Due["schedule"],
  jobId: string | null,
): Promise<boolean> {
  if (!jobId) return false;
  const waiting = await tx.execute(sql`
    select 1 from pgboss.job
    where name = ${queue} and id = ${jobId} and state = 'created'
      and data -> 'payload' = ${JSON.stringify(payload)}::text::jsonb`);
  return waiting.length > 0;
}

/**
 * A slot whose job cannot be made goes by without one, so that it does not hold up the others. Where the
 * database has refused more than what it was given, the slot is tried again.
 */
function passOver(
  { log, errors }: Pick<Services, "log" | "errors">,
  { name, queue }: Due["schedule"],
  err: unknown,
): Made {
  const code = errorCode(err);
  if (code && !REFUSED_DATA.test(code)) throw err;
  log.error({ err, schedule: name }, "a schedule whose job cannot be made");
  errors.report(err, { kind: "job", place: queue });
  return { lastJobId: null };
}
