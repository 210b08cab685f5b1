import { z } from "zod";
import { type Filter, ListInput, ListPage } from "#server/platform/list/schema.ts";

/** The states of a job, as pg-boss names them, and what they are called. */
export const JOB_STATES = {
  created: "Waiting",
  retry: "Waiting to be tried again",
  active: "Running",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Cancelled",
} as const;
export type JobState = keyof typeof JOB_STATES;
export const JobState = z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]]);

export const Job = z.strictObject({
  id: z.uuid(),
  queue: z.string(),
  state: JobState,
  priority: z.int(),
  /** Begun so far. */
  attempts: z.int(),
  createdAt: z.date(),
  /** Not before this. */
  startAfter: z.date(),
  /** Of the newest attempt. */
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  /** How long the newest attempt ran. */
  seconds: z.number().nullable(),
});
export type Job = z.infer<typeof Job>;

/** What jobs can be filtered and sorted by. */
export const JOB_FIELDS = {
  state: {
    label: "State",
    type: "choice",
    options: Object.keys(JOB_STATES) as JobState[],
    optionLabels: JOB_STATES,
  },
  queue: { label: "Queue", type: "id", isText: true },
  data: { label: "Payload or cause", type: "json" },
  createdAt: { label: "Enqueued", type: "instant", isSortable: true },
  attempts: { label: "Attempts", type: "number" },
  seconds: { label: "Duration (s)", type: "number", isOptional: true },
} as const;
export type JobFilter = Filter<typeof JOB_FIELDS>;

export const ListJobsInput = ListInput(JOB_FIELDS, [{ field: "createdAt", direction: "desc" }]);
export type ListJobsInput = z.infer<typeof ListJobsInput>;

export const JobPage = ListPage(Job);
export type JobPage = z.infer<typeof JobPage>;

export const JobId = z.strictObject({ jobId: z.uuid() });
export type JobId = z.infer<typeof JobId>;

export const RerunJobInput = JobId.extend({
  /** As the queue's jobs take it. */
  payload: z.record(z.string(), z.unknown()),
});
export type RerunJobInput = z.infer<typeof RerunJobInput>;

/** As JSON Schema; null when it is no object. */
export const PayloadSchema = z.record(z.string(), z.unknown()).nullable();

const Failure = z.object({
  name: z.string().optional(),
  message: z.string(),
  stack: z.string().optional(),
});

/** One begun attempt. */
export const AttemptShown = z.strictObject({
  /** 0 for the first. */
  attempt: z.int(),
  outcome: z.enum(["active", "completed", "failed", "cancelled"]),
  /** Where it ran; null when that is not known. */
  worker: z.string().nullable(),
  startedAt: z.date(),
  /** How long it ran, or has run so far; null when it was lost: nobody knows when. */
  seconds: z.number().nullable(),
  error: Failure.nullable(),
  /** Where errors like it are gathered. */
  errorGroupId: z.uuid().nullable(),
});
export type AttemptShown = z.infer<typeof AttemptShown>;

/** One job with all that is kept of it. */
export const JobDetail = Job.extend({
  /** How long the newest attempt ran, or has run so far. */
  seconds: Job.shape.seconds,
  description: z.string().nullable(),
  /** How often it is tried again at most. */
  retryLimit: z.int(),
  payload: z.unknown(),
  /** Where the payload does not fit what the code expects today; none when it fits. */
  payloadProblems: z.array(z.string()),
  /** The shape that the code expects today; null when no code runs such jobs. */
  payloadSchema: PayloadSchema,
  cause: z.object({
    requestId: z.string().nullable(),
    actorName: z.string().nullable(),
    /** The user who caused it, if it was one. */
    userId: z.string().nullable(),
    /** The job in whose run it was made. */
    jobId: z.string().nullable(),
  }),
  output: z.unknown(),
  /** Oldest first. */
  timeline: z.array(AttemptShown),
  /** The newest thousand, oldest first. */
  lines: z.array(
    z.strictObject({ id: z.uuid(), attempt: z.int(), at: z.date(), line: z.string() }),
  ),
  /** Those of earlier attempts, say. */
  hasMoreLines: z.boolean(),
  progress: z
    .strictObject({
      done: z.int(),
      total: z.int(),
      note: z.string().nullable(),
      at: z.date(),
    })
    .nullable(),
});
export type JobDetail = z.infer<typeof JobDetail>;
