import type { Context } from "#server/platform/context.ts";
import { rollUpHistory } from "#server/platform/queue/history/roll-up.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import { purgeTraces } from "./traces.ts";

export function purgeJobTraces(ctx: Context, { signal }: JobRun) {
  return purgeTraces(ctx, signal);
}

const HISTORY_KEEP_DAYS = 90;

export function rollUpJobHistory(ctx: Context, { signal }: JobRun) {
  return rollUpHistory(ctx, HISTORY_KEEP_DAYS, signal);
}
