import { createRouter, permitted } from "#server/api/trpc.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
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
  pauseSchedule,
  resumeSchedule,
  runSchedule,
  updateSchedule,
} from "./service.ts";

const NO_SCHEDULE = { scheduleId: "0192f0c0-7c1e-7000-8000-000000000001" };
const TIMING = { kind: "cron", cron: "40 3 * * *", timeZone: "Europe/Berlin" };

/** What runs by itself. */
export function createSchedulesRouter(definitions: readonly JobDefinition[]) {
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
      .mutation(async ({ ctx, input }) => {
        await createSchedule(ctx, input, definitions);
        return listSchedules(ctx);
      }),

    update: permitted("jobs.manage", {
      description: "Another timing or payload; a deploy keeps it",
      example: { ...NO_SCHEDULE, version: 1, timing: TIMING, payload: {} },
    })
      .input(UpdateScheduleInput)
      .output(Schedules)
      .mutation(async ({ ctx, input }) => {
        await updateSchedule(ctx, input, definitions);
        return listSchedules(ctx);
      }),

    pause: permitted("jobs.manage", {
      description: "It makes no job until it is resumed",
      example: { ...NO_SCHEDULE, reason: "The database is being moved" },
    })
      .input(PauseScheduleInput)
      .output(Schedules)
      .mutation(async ({ ctx, input }) => {
        await pauseSchedule(ctx, input);
        return listSchedules(ctx);
      }),

    resume: permitted("jobs.manage", {
      description: "It goes on with its next time; what it has missed is not made up for",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(Schedules)
      .mutation(async ({ ctx, input }) => {
        await resumeSchedule(ctx, input);
        return listSchedules(ctx);
      }),

    runNow: permitted("jobs.manage", {
      description: "Makes its job now, beside its times",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(JobId)
      .mutation(async ({ ctx, input }) => ({ jobId: await runSchedule(ctx, input, definitions) })),

    delete: permitted("jobs.manage", {
      description: "Removes a schedule that an operator has made",
      example: NO_SCHEDULE,
    })
      .input(ScheduleId)
      .output(Schedules)
      .mutation(async ({ ctx, input }) => {
        await deleteSchedule(ctx, input);
        return listSchedules(ctx);
      }),
  });
}
