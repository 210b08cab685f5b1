import { expect, test } from "vitest";
import type { Services } from "#server/platform/context.ts";
import type { EventLoopReading } from "#server/platform/event-loop.ts";
import { checkEventLoop } from "./host-checks.ts";

const quiet = { p50Ms: 0.2, p99Ms: 3, maxMs: 900, utilization: 0.3, coveredMs: 60_000 };

function check(reading: Partial<EventLoopReading>) {
  const eventLoop = { read: () => ({ ...quiet, ...reading }) };
  return checkEventLoop({ metrics: { eventLoop } } as unknown as Services).status;
}

test.each([
  ["one long stall in a minute", {}, "ok"],
  ["every hundredth timer late", { p99Ms: 101 }, "degraded"],
  ["no rest", { utilization: 0.91 }, "degraded"],
  ["a start that was slow", { p99Ms: 800, utilization: 0.95, coveredMs: 9_000 }, "ok"],
])("the event loop with %s", (_what, reading, status) => {
  expect(check(reading)).toBe(status);
});
