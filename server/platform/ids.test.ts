import { afterEach, expect, test, vi } from "vitest";
import { newId } from "./ids.ts";

afterEach(() => vi.useRealTimers());

const SHAPE = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

test("ids of one process sort as they were made, within a millisecond and when the clock goes back", () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  const ids = Array.from({ length: 20_000 }, () => newId());
  vi.setSystemTime(Date.UTC(2025, 0, 1));
  ids.push(newId());
  vi.setSystemTime(Date.UTC(2027, 0, 1));
  ids.push(newId());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(SHAPE);
});

test("an id begins with its millisecond", () => {
  const at = Date.UTC(2021, 5, 7, 8, 9, 10, 11);
  const id = newId({ msecs: at });
  expect(id).toMatch(SHAPE);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
  expect(newId({ msecs: at })).not.toBe(id);
});
