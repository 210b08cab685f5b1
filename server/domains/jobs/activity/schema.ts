import { z } from "zod";
import { Text } from "#server/platform/text/schema.ts";

/** What can be looked back on, and how fine; in seconds. */
export const PERIODS = {
  hour: { seconds: 3_600, stepSeconds: 60 },
  day: { seconds: 86_400, stepSeconds: 1_800 },
  week: { seconds: 604_800, stepSeconds: 7_200 },
} as const;
export type Period = keyof typeof PERIODS;

export const ActivityInput = z.strictObject({
  period: z.enum(Object.keys(PERIODS) as [Period, ...Period[]]),
  /** Every queue without one. */
  queue: Text(100).optional(),
});
export type ActivityInput = z.infer<typeof ActivityInput>;

/** In milliseconds, at most a tenth off; null when nothing ran. */
const Percentiles = z
  .strictObject({ p50: z.number(), p95: z.number(), p99: z.number() })
  .nullable();
export type Percentiles = z.infer<typeof Percentiles>;

export const Activity = z.strictObject({
  /** Oldest first, one for each step, those without jobs too. */
  points: z.array(
    z.strictObject({
      at: z.date(),
      completed: z.int(),
      /** Attempts. */
      failed: z.int(),
    }),
  ),
  completed: z.int(),
  failed: z.int(),
  /** From when a job could run until it ran. */
  wait: Percentiles,
  /** How long attempts ran. */
  run: Percentiles,
});
export type Activity = z.infer<typeof Activity>;

export const Workers = z.array(
  z.strictObject({
    id: z.uuid(),
    host: z.string(),
    pid: z.int(),
    version: z.string(),
    startedAt: z.date(),
    seenAt: z.date(),
    /** Heard of within the last half minute. */
    isAlive: z.boolean(),
    /** Jobs that it was at when it was heard of. */
    running: z.int(),
    /** How many queues it works off. */
    queues: z.int(),
  }),
);
export type Workers = z.infer<typeof Workers>;
