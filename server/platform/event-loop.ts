import { monitorEventLoopDelay, performance } from "node:perf_hooks";

export interface EventLoopReading {
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Share of the time in which the loop was busy, 0 to 1. */
  utilization: number;
  /** The time that this is about. */
  coveredMs: number;
}

/** A reading of less time tells of moments, such as the start of the process. */
export const TELLING_MS = 10_000;

export interface EventLoopMonitor {
  /** Since the last full minute or, shortly after it, of the minute before. */
  read(): EventLoopReading;
}

const RESOLUTION_MS = 20;
const WINDOW_MS = 60_000;

/** How late timers fire and how busy the loop is, over the last minute. */
export function createEventLoopMonitor(): EventLoopMonitor {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let since = performance.eventLoopUtilization();
  let startedAt = performance.now();
  let previous: EventLoopReading | undefined;

  const read = (): EventLoopReading => ({
    p50Ms: lateness(delay, 50),
    p99Ms: lateness(delay, 99),
    maxMs: lateness(delay, 100),
    utilization: performance.eventLoopUtilization(since).utilization,
    coveredMs: performance.now() - startedAt,
  });

  setInterval(() => {
    previous = read();
    delay.reset();
    since = performance.eventLoopUtilization();
    startedAt = performance.now();
  }, WINDOW_MS).unref();

  return {
    read() {
      const current = read();
      return current.coveredMs >= TELLING_MS ? current : (previous ?? current);
    },
  };
}

/** The histogram holds the whole interval between two ticks, the timer's own period included. */
function lateness(delay: ReturnType<typeof monitorEventLoopDelay>, percentile: number): number {
  if (delay.count === 0) return 0;
  return Math.max(0, delay.percentile(percentile) / 1e6 - RESOLUTION_MS);
}
