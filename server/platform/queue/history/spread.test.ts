import fc from "fast-check";
import { expect, test } from "vitest";
import { addSpreads, classOf, count, percentile, type Spread } from "./spread.ts";

const durations = fc.array(fc.double({ min: 1, max: 86_400_000, noNaN: true }), { minLength: 1 });

function spreadOf(values: number[]): Spread {
  const spread: Spread = [];
  for (const value of values) count(spread, value);
  return spread;
}

test("a percentile is at most a tenth off the true one", () => {
  fc.assert(
    fc.property(durations, fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const sorted = [...values].sort((a, b) => a - b);
      const exact = sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
      const read = percentile(spreadOf(values), percent) ?? 0;
      expect(read / exact).toBeGreaterThan(0.9);
      expect(read / exact).toBeLessThan(1.1);
    }),
  );
});

test("spreads add up to the spread of all", () => {
  fc.assert(
    fc.property(durations, durations, (some, others) => {
      const sum = addSpreads([spreadOf(some), spreadOf(others)]);
      expect(sum).toEqual(spreadOf([...some, ...others]));
    }),
  );
});

test("nothing has no percentile; what is below a millisecond, negative or no number is in the first class", () => {
  expect(percentile([], 50)).toBeNull();
  expect([0.2, -5, Number.NaN].map(classOf)).toEqual([0, 0, 0]);
  expect(classOf(Number.MAX_VALUE)).toBe(classOf(10 ** 12));
});
