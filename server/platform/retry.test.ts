import { expect, test, vi } from "vitest";
import { createRetryBudget, errorCode, isDisconnected, isRolledBack, withRetry } from "./retry.ts";

const fault = (code: string) => Object.assign(new Error(code), { code });

test("a code is found on the error or on what caused it", () => {
  expect(errorCode(new Error("query failed", { cause: fault("40001") }))).toBe("40001");
  expect(errorCode(fault("CONNECTION_CLOSED"))).toBe("CONNECTION_CLOSED");
  expect(errorCode(new Error("plain"))).toBe("");
  expect(isRolledBack(fault("40P01"))).toBe(true);
  expect(isDisconnected(fault("57P01"))).toBe(true);
  expect(isDisconnected(fault("23505"))).toBe(false);
});

test("a transient fault is tried again, another one is not", async () => {
  const budget = createRetryBudget();
  const flaky = vi.fn().mockRejectedValueOnce(fault("40001")).mockResolvedValue("done");
  await expect(withRetry(flaky, { budget, isRetryable: isRolledBack })).resolves.toBe("done");
  expect(flaky).toHaveBeenCalledTimes(2);
  const broken = vi.fn().mockRejectedValue(fault("23505"));
  await expect(withRetry(broken, { budget, isRetryable: isRolledBack })).rejects.toThrow("23505");
  expect(broken).toHaveBeenCalledTimes(1);
});

test("when the budget is spent, a fault is passed on at once", async () => {
  const budget = createRetryBudget();
  while (budget.spend());
  const work = vi.fn().mockRejectedValue(fault("40001"));
  await expect(withRetry(work, { budget, isRetryable: isRolledBack })).rejects.toThrow("40001");
  expect(work).toHaveBeenCalledTimes(1);
});
