import { expect, test } from "vitest";
import { withDeadline } from "./deadline.ts";

const never = new Promise<never>(() => undefined);
const tooLate = () => new Error("too late");

test("work that is done in time gives its result or its error", async () => {
  await expect(withDeadline(Promise.resolve(1), 1_000, tooLate)).resolves.toBe(1);
  await expect(withDeadline(Promise.reject(new Error("no")), 1_000, tooLate)).rejects.toThrow("no");
});

test("work that takes longer is given up, and what it does later is not unhandled", async () => {
  await expect(withDeadline(never, 5, tooLate)).rejects.toThrow("too late");
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise((_, reject) => {
    fail = reject;
  });
  await expect(withDeadline(work, 5, tooLate)).rejects.toThrow("too late");
  fail(new Error("afterwards"));
});

test("no timer is left behind", async () => {
  const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  await withDeadline(Promise.resolve(), 60_000, tooLate);
  const after = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  expect(after).toBeLessThanOrEqual(before);
});
