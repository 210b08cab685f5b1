import { expect, test } from "vitest";
import { findFault, findNext, findNextAfterRun, type Timing } from "./timing.ts";

const berlin = (cron: string): Timing => ({ kind: "cron", cron, timeZone: "Europe/Berlin" });

function slots(timing: Timing, from: string, count: number): string[] {
  const found: string[] = [];
  let at: Date | null = new Date(from);
  while (at && found.length < count) {
    at = findNext(timing, at);
    if (at) found.push(at.toISOString());
  }
  return found;
}

test("a time of day that the clocks skip runs when they have jumped", () => {
  expect(slots(berlin("30 2 * * *"), "2026-03-28T12:00:00Z", 2)).toEqual([
    "2026-03-29T01:30:00.000Z",
    "2026-03-30T00:30:00.000Z",
  ]);
});

test("a time of day that comes twice runs once", () => {
  expect(slots(berlin("30 2 * * *"), "2026-10-24T12:00:00Z", 2)).toEqual([
    "2026-10-25T00:30:00.000Z",
    "2026-10-26T01:30:00.000Z",
  ]);
});

test("what runs every half hour does so through a change of clocks", () => {
  expect(slots(berlin("*/30 * * * *"), "2026-10-25T00:00:00Z", 4)).toEqual([
    "2026-10-25T00:30:00.000Z",
    "2026-10-25T01:00:00.000Z",
    "2026-10-25T01:30:00.000Z",
    "2026-10-25T02:00:00.000Z",
  ]);
});

const SLOT = new Date("2026-11-24T10:00:00Z");

test.each([
  ["2026-11-24T10:00:00.500Z", "2026-11-24T10:00:10.000Z"],
  ["2026-11-24T10:00:35Z", "2026-11-24T10:00:40.000Z"],
  ["2026-11-24T09:00:00Z", "2026-11-24T10:00:10.000Z"],
])("an interval keeps its beat: a slot of 10:00 looked at %s is followed by %s", (now, next) => {
  const timing: Timing = { kind: "interval", everySeconds: 10 };
  expect(findNextAfterRun(timing, SLOT, new Date(now))?.toISOString()).toBe(next);
});

test("a clock that jumps back does not bring a slot of cron again", () => {
  const next = findNextAfterRun(berlin("0 * * * *"), SLOT, new Date("2026-11-24T07:00:00Z"));
  expect(next?.toISOString()).toBe("2026-11-24T11:00:00.000Z");
});

test("what runs once runs once", () => {
  const once: Timing = { kind: "once", at: SLOT };
  expect(findNext(once, new Date(SLOT.getTime() - 1))).toEqual(SLOT);
  expect(findNextAfterRun(once, SLOT, SLOT)).toBeNull();
});

test.each([
  ["* * * *", /Five fields/],
  ["* * * * * *", /Five fields/],
  ["61 * * * *", /Five fields/],
  ["0 0 30 2 *", /Five fields/],
  ["often", /Five fields/],
])("the cron %j is refused with words", (cron, message) => {
  expect(findFault(berlin(cron))).toMatchObject({
    field: "cron",
    message: expect.stringMatching(message),
  });
});

test("a time zone that does not exist is refused with words", () => {
  expect(findFault({ kind: "cron", cron: "0 0 * * *", timeZone: "Mars/Olympus" })).toEqual({
    field: "timeZone",
    message: "There is no such time zone.",
  });
  expect(findFault(berlin("0 0 * * *"))).toBeNull();
});
