import type { Context } from "#server/platform/context.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import { purgeTraces } from "./traces.ts";

export function purgeJobTraces(ctx: Context, { signal }: JobRun) {
  return purgeTraces(ctx, signal);
}
