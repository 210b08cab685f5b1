import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createEventLoopMonitor } from "./event-loop.ts";

test("a blocked loop shows as delay and as utilization, an idle one as neither", async () => {
  const monitor = createEventLoopMonitor();
  await sleep(200);
  expect(monitor.read().maxMs).toBeLessThan(100);
  expect(monitor.read().utilization).toBeLessThan(0.5);
  const until = performance.now() + 300;
  while (performance.now() < until);
  await sleep(50);
  const { p50Ms, p99Ms, maxMs, utilization } = monitor.read();
  expect(maxMs).toBeGreaterThan(200);
  expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
  expect(utilization).toBeGreaterThan(0.4);
});
