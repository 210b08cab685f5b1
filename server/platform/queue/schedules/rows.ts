import type { jobSchedules } from "#db/schema/jobs.ts";
import type { Timing } from "./timing.ts";

type Row = typeof jobSchedules.$inferSelect;
type TimingColumns = Pick<Row, "cron" | "everySeconds" | "onceAt" | "timeZone">;

export function readTiming({ cron, everySeconds, onceAt, timeZone }: TimingColumns): Timing {
  if (cron !== null) return { kind: "cron", cron, timeZone: timeZone ?? "UTC" };
  if (everySeconds !== null) return { kind: "interval", everySeconds };
  if (onceAt !== null) return { kind: "once", at: onceAt };
  throw new Error("A schedule without a time");
}

export function toColumns(timing: Timing): TimingColumns {
  return {
    cron: timing.kind === "cron" ? timing.cron : null,
    timeZone: timing.kind === "cron" ? timing.timeZone : null,
    everySeconds: timing.kind === "interval" ? timing.everySeconds : null,
    onceAt: timing.kind === "once" ? timing.at : null,
  };
}
