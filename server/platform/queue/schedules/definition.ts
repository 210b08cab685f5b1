import type { JobDefinition } from "../catalog.ts";
import type { Timing } from "./timing.ts";

/** A schedule that the code brings; operators may pause it and give it another timing. */
export interface CodeSchedule {
  name: string;
  description: string;
  job: JobDefinition;
  payload: unknown;
  timing: Timing;
}

type Choices<Payload> = { payload: Payload } & Partial<Pick<CodeSchedule, "name" | "description">>;

/** Of a job with a payload that is always the same; named and described as the job unless told. */
export function defineSchedule<Payload>(
  job: JobDefinition<Payload>,
  timing: Timing,
  { payload, name = job.name, description = job.description }: Choices<Payload>,
): CodeSchedule {
  return { name, description, job: job as JobDefinition, payload, timing };
}
