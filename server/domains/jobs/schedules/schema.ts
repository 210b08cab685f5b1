import { z } from "zod";
import { OptionalText, Text } from "#server/platform/text/schema.ts";
import { JobState } from "../list/schema.ts";

/** A year and a day. */
export const MAX_INTERVAL_SECONDS = 31_622_400;

/** When a schedule runs; whether a cron expression can run is checked by the service. */
export const Timing = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("cron"),
    /** Five fields: minute, hour, day, month, weekday. */
    cron: Text(100),
    /** An IANA name. */
    timeZone: Text(60),
  }),
  z.strictObject({
    kind: z.literal("interval"),
    everySeconds: z.int().min(1).max(MAX_INTERVAL_SECONDS),
  }),
  z.strictObject({ kind: z.literal("once"), at: z.date() }),
]);

export const Schedule = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  queue: z.string(),
  description: z.string(),
  timing: Timing,
  payload: z.unknown(),
  /** Brought by the code, or made by an operator. */
  isFromCode: z.boolean(),
  /** An operator has changed it, which a deploy keeps. */
  isEdited: z.boolean(),
  /** The code brings it no more, so that it does not run; kept because an operator has changed or paused it. */
  isDropped: z.boolean(),
  /** When the code would have it run, of one whose timing an operator has changed. */
  timingInCode: z.string().nullable(),
  pausedAt: z.date().nullable(),
  pausedByName: z.string().nullable(),
  pauseReason: z.string().nullable(),
  /** Null when it is paused, dropped, or does not run again. */
  nextAt: z.date().nullable(),
  lastAt: z.date().nullable(),
  /** Its newest job, and the state of that while it is kept. */
  lastJobId: z.uuid().nullable(),
  lastState: JobState.nullable(),
  version: z.int(),
});
export type Schedule = z.infer<typeof Schedule>;
export const Schedules = z.array(Schedule);

const Payload = z.record(z.string(), z.unknown());

export const ScheduleId = z.strictObject({ scheduleId: z.uuid() });
export type ScheduleId = z.infer<typeof ScheduleId>;

export const CreateScheduleInput = z.strictObject({
  name: Text(100),
  queue: Text(100),
  description: Text(200),
  timing: Timing,
  payload: Payload,
});
export type CreateScheduleInput = z.infer<typeof CreateScheduleInput>;

export const UpdateScheduleInput = ScheduleId.extend({
  /** Of the schedule as it was read. */
  version: z.int(),
  timing: Timing,
  payload: Payload,
});
export type UpdateScheduleInput = z.infer<typeof UpdateScheduleInput>;

export const PauseScheduleInput = ScheduleId.extend({ reason: OptionalText(500) });
export type PauseScheduleInput = z.infer<typeof PauseScheduleInput>;
