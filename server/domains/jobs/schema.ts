import { z } from "zod";
import { OptionalText, Text } from "#server/platform/text/schema.ts";
import { PayloadSchema } from "./list/schema.ts";

const QueueName = Text(100);

/** A queue as operators see it: what its definition says, what they have set, and its jobs. */
export const Queue = z.strictObject({
  name: z.string(),
  /** Null when no code works off the queue any more; such a queue is told while it holds jobs. */
  description: z.string().nullable(),
  /** Jobs at once in each worker process: by the definition, and what an operator has set instead. */
  definedConcurrency: z.int(),
  concurrency: z.int().nullable(),
  pausedAt: z.date().nullable(),
  pausedByName: z.string().nullable(),
  pauseReason: z.string().nullable(),
  /** Ready to run, those to be tried again among them. */
  waiting: z.int(),
  /** For later. */
  delayed: z.int(),
  active: z.int(),
  /** Within the last 24 hours. */
  completed: z.int(),
  failed: z.int(),
  /** Living worker processes that work it off. */
  workers: z.int(),
  /** Failed for good and kept in its dead letter queue. */
  dead: z.int(),
  /** Since when the oldest job has been ready. */
  waitingSince: z.date().nullable(),
});
export type Queue = z.infer<typeof Queue>;

export const Queues = z.strictObject({
  queues: z.array(Queue),
  /** Worker processes that were heard of lately. */
  workers: z.int(),
});
export type Queues = z.infer<typeof Queues>;

/** The kinds of jobs that code runs, and what they carry. */
export const JobKinds = z.array(
  z.strictObject({ queue: z.string(), description: z.string(), payloadSchema: PayloadSchema }),
);

export const PauseQueueInput = z.strictObject({
  name: QueueName,
  reason: OptionalText(500),
});
export type PauseQueueInput = z.infer<typeof PauseQueueInput>;

export const ResumeQueueInput = z.strictObject({ name: QueueName });

export const RedriveInput = z.strictObject({ name: QueueName });
export type RedriveInput = z.infer<typeof RedriveInput>;

export const MAX_CONCURRENCY = 1_000;
/** Left out, it is what the definition says. */
export const SetConcurrencyInput = z.strictObject({
  name: QueueName,
  concurrency: z.int().min(1).max(MAX_CONCURRENCY).optional(),
});
export type SetConcurrencyInput = z.infer<typeof SetConcurrencyInput>;
