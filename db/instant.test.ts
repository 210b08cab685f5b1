import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInstant } from "./instant.ts";

test.each([
  ["2026-01-31 12:34:56+00", "2026-01-31T12:34:56.000Z"],
  ["2026-01-31 12:34:56.7+00", "2026-01-31T12:34:56.700Z"],
  ["2026-01-31 12:34:56.78+00", "2026-01-31T12:34:56.780Z"],
  ["2024-02-29 23:59:59.789+00", "2024-02-29T23:59:59.789Z"],
  ["2026-01-31 12:34:56.78+05:30", "2026-01-31T07:04:56.780Z"],
  ["2026-01-31 12:34:56-03", "2026-01-31T15:34:56.000Z"],
])("%s is %s", (text, expected) => {
  expect(parseInstant(text).toISOString()).toBe(expected);
});

test.each(["infinity", "-infinity", "", "0099-01-31 12:34:56+00 BC"])("%s is no date", (text) => {
  expect(parseInstant(text).getTime()).toBeNaN();
});

test("every moment of four-digit years is read as it was written", () => {
  const min = new Date("1000-01-01T00:00:00Z");
  const max = new Date("9999-12-31T23:59:59.999Z");
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      const text = date
        .toISOString()
        .replace("T", " ")
        .replace(/\.?0*Z$/, "+00");
      expect(parseInstant(text).getTime()).toBe(date.getTime());
    }),
  );
});
