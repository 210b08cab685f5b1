import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSemaphore } from "./semaphore.ts";

test("no more run at once than allowed, and all get their turn", async () => {
  const run = createSemaphore({ running: 3, waiting: 100, refusal: "Too many" });
  let now = 0;
  let most = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await sleep(1);
    now -= 1;
    return "done";
  };
  const results = await Promise.all(Array.from({ length: 30 }, () => run(work)));
  expect(results).toHaveLength(30);
  expect(most).toBe(3);
});

test("what fails makes room for the next", async () => {
  const run = createSemaphore({ running: 1, waiting: 10, refusal: "Too many" });
  await expect(run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await run(async () => "done")).toBe("done");
});

test("beyond the queue, work is refused with a time to come back", async () => {
  const run = createSemaphore({ running: 1, waiting: 1, refusal: "Too many" });
  const accepted = [run(() => sleep(5)), run(() => sleep(5))];
  await expect(run(() => sleep(5))).rejects.toMatchObject({
    code: "UNAVAILABLE",
    message: "Too many",
    retryAfterSeconds: 5,
  });
  await Promise.all(accepted);
});
