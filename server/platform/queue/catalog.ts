import { z } from "zod";

/** A kind of job: what it carries and how it is run. Plain data, for a slice's `catalog.ts`. */
export interface JobDefinition<Payload = unknown> {
  /** Also the name of its queue. */
  name: string;
  /** One sentence for operators. */
  description: string;
  payload: z.ZodType<Payload>;
  /** Higher goes first within the queue. */
  priority: number;
  /** How often a failed job is run again. */
  retryLimit: number;
  /** Before the second run; then twice as long each time, with jitter, up to the maximum. */
  retryDelaySeconds: number;
  retryDelayMaxSeconds: number;
  /** A run that takes longer is aborted and counts as failed. */
  expireInSeconds: number;
  /** A run whose worker has not been heard of for this long counts as failed; at least 10. */
  heartbeatSeconds: number;
  /** Jobs at once in each worker process, until an operator says otherwise. */
  concurrency: number;
  /** `singleton`: one at a time among all processes. */
  policy: "standard" | "singleton";
  /** The queue that takes the payload of a job which has failed for good. */
  deadLetter: string | undefined;
  /** How long a finished job is kept. */
  keepDays: number;
}

type Choices = Omit<JobDefinition, "name" | "description" | "payload">;

const DEFAULTS: Choices = {
  priority: 0,
  retryLimit: 3,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 3_600,
  expireInSeconds: 900,
  heartbeatSeconds: 15,
  concurrency: 5,
  policy: "standard",
  deadLetter: undefined,
  keepDays: 7,
};

export function defineJob<Payload>(
  definition: Pick<JobDefinition<Payload>, "name" | "description" | "payload"> & Partial<Choices>,
): JobDefinition<Payload> {
  return { ...DEFAULTS, ...definition };
}

/** Carries nothing: what the job does, it finds for itself. */
export const NoPayload = z.strictObject({});
