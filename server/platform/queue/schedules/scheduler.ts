import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobScheduleRuns, jobSchedules } from "#db/schema/jobs.ts";
import { createSystemContext, type Services } from "../../context.ts";
import type { JobDefinition } from "../catalog.ts";
import { readTiming } from "./rows.ts";
import { findNextAfterRun } from "./timing.ts";

interface SchedulerOptions {
  services: Services;
  definitions: ReadonlyMap<string, JobDefinition>;
}

const TICK_MS = 1_000;
/** In one transaction. */
const MOST_AT_ONCE = 20;

/**
 * Makes the jobs of schedules whose time has come. Any number of processes do so: a slot belongs to
 * whoever has its row, and the job commits together with the next slot.
 */
export function startScheduler(options: SchedulerOptions): { stop(): Promise<void> } {
  const { log } = options.services;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();

  async function tick(): Promise<void> {
    try {
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
        inArray(jobSchedules.queue, [...definitions.keys()]),
      ),
    )
    .orderBy(asc(jobScheduleRuns.nextAt))
    .limit(MOST_AT_ONCE)
    .for("update", { of: jobScheduleRuns, skipLocked: true });
}

async function runSlot(tx: Transaction, options: SchedulerOptions, due: Due): Promise<void> {
  const { services } = options;
  const { schedule, run } = due;
  if (!run.nextAt) return;
  const made = await enqueueFor(tx, options, due);
  const nextAt = findNextAfterRun(readTiming(schedule), run.nextAt, services.now());
  await tx
    .update(jobScheduleRuns)
    .set({ nextAt, lastAt: run.nextAt, ...made })
    .where(eq(jobScheduleRuns.scheduleId, schedule.id));
}

/**
 * A slot that cannot be run is passed over without a job, so that it does not hold up the others; where
 * a job waits already, the slot is that one's.
 */
async function enqueueFor(
  tx: Transaction,
  { services, definitions }: SchedulerOptions,
  { schedule }: Due,
): Promise<{ lastJobId?: string | null }> {
  const definition = definitions.get(schedule.queue);
  const payload = definition?.payload.safeParse(schedule.payload);
  if (!(definition && payload?.success)) {
    services.log.error({ schedule: schedule.name }, "a schedule whose job cannot be made");
    return { lastJobId: null };
  }
  const ctx = createSystemContext(services, `schedule ${schedule.name}`);
  const lastJobId = await services.queue.enqueue(tx, ctx, { definition, payload: payload.data });
  return lastJobId ? { lastJobId } : {};
}
