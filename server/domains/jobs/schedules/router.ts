import { createRouter, permitted } from "#server/api/trpc.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { CodeSchedule } from "#server/platform/queue/schedules/definition.ts";
import { JobId } from "../list/schema.ts";
import { listSchedules } from "./queries.ts";
import {
  CreateScheduleInput,
  PauseScheduleInput,
  ScheduleId,
  Schedules,
  UpdateScheduleInput,
} from "./schema.ts";
import {
  createSchedule,
  deleteSchedule,
  followCode,
  pauseSchedule,
  resumeSchedule,
  runSchedule,
  updateSchedule,
} from "./service.ts";

const NO_SCHEDULE = { scheduleId: "0192f0c0-7c1e-7000-8000-000000000001" };
const TIMING = { kind: "cron", cron: "40 3 * * *", timeZone: "Europe/Berlin" };

/** What the code brings. */
export interface JobRegistry {
  definitions: readonly JobDefinition[];
  schedules: readonly CodeSchedule[];
}

/** What runs by itself. */
export function createSchedulesRouter({ definitions, schedules }: JobRegistry) {
  return createRouter({
    list: permitted("jobs.read", {
      description: "Every schedule with its timing, next and last run",
    })
      .output(Schedules)
      .query(({ ctx }) => listSchedules(ctx)),

    create: permitted("jobs.manage", {
      description: "A schedule of an operator: cron with a time zone, an interval, or one time",
      example: {
        name: "monthly check",
        queue: "audit.verify",
        description: "Verifies the audit log on the first of the month",
        timing: TIMING,
        payload: {},
      },
    })
      .input(CreateScheduleInput)
      .output(Schedules)
      .mutation(
        listAfter((ctx, input: CreateScheduleInput) => createSchedule(ctx, input, definitions)),
      ),

    update: permitted("jobs.manage", {
      description: "Another timing or payload; a deploy keeps it",
      example: { ...NO_SCHEDULE, version: 1, timing: TIMING, payload: {} },
    })
      .input(UpdateScheduleInput)
      .output(Schedules)
      .mutation(
        listAfter((ctx, input: UpdateScheduleInput) => updateSchedule(ctx, input, definitions)),
      ),

    followCode: permitted("jobs.manage", {
      description: "Timing and payload are the code's again",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(Schedules)
      .mutation(listAfter((ctx, input: ScheduleId) => followCode(ctx, input, schedules))),

    pause: permitted("jobs.manage", {
      description: "It makes no job until it is resumed",
      example: { ...NO_SCHEDULE, reason: "The database is being moved" },
    })
      .input(PauseScheduleInput)
      .output(Schedules)
      .mutation(listAfter(pauseSchedule)),

    resume: permitted("jobs.manage", {
      description: "It goes on with its next time; what it has missed is not made up for",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(Schedules)
      .mutation(listAfter(resumeSchedule)),

    runNow: permitted("jobs.manage", {
      description: "Makes its job now, beside its times",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(JobId)
      .mutation(async ({ ctx, input }) => ({ jobId: await runSchedule(ctx, input, definitions) })),

    delete: permitted("jobs.manage", {
      description: "Removes a schedule that the code does not bring",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(Schedules)
      .mutation(listAfter(deleteSchedule)),
  });
}

/** A change answers with every schedule as it is then. */
const listAfter =
  <Input>(work: (ctx: Context, input: Input) => Promise<void>) =>
  async ({ ctx, input }: { ctx: Context; input: Input }) => {
    await work(ctx, input);
    return listSchedules(ctx);
  };
