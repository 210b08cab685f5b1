import fc from "fast-check";
import { expect, test } from "vitest";
import { toIsoString } from "./iso-date.ts";

test("every date is written as toISOString writes it", () => {
  const edges = [
    0,
    -1,
    1,
    86_399_999,
    86_400_000,
    -86_400_000,
    Date.UTC(2024, 1, 29, 23, 59, 59, 999),
  ];
  for (const time of edges) expect(toIsoString(new Date(time))).toBe(new Date(time).toISOString());
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true }),
      (date) => toIsoString(date) === date.toISOString(),
    ),
    { numRuns: 5_000 },
  );
});

test("dates of this century too, many on one day", () => {
  const century = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(century, (date) => toIsoString(date) === date.toISOString()),
    { numRuns: 5_000 },
  );
});

test("an invalid date is refused as toISOString refuses it", () => {
  expect(() => toIsoString(new Date(Number.NaN))).toThrow(RangeError);
});
