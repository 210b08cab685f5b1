import { afterEach, beforeEach, expect, test } from "vitest";
import { jobHistory } from "#db/schema/jobs.ts";
import { createHistory, type History } from "#server/platform/queue/history/history.ts";
import { rollUpHistory } from "#server/platform/queue/history/roll-up.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { readActivity } from "./queries.ts";

const HOUR_MS = 3_600_000;
const KEEP_DAYS = 90;

let world: TestWorld;
let histories: History[];

beforeEach(async () => {
  world = await createTestWorld();
  histories = [];
});
afterEach(() => world.close());

/** As many workers as there are lists of outcomes. */
async function run(...workers: { queue: string; ranMs: number; isFailed?: boolean }[][]) {
  for (const outcomes of workers) {
    const history = createHistory(world.services);
    histories.push(history);
    for (const outcome of outcomes) history.note({ isFailed: false, waitedMs: 5, ...outcome });
    await history.stop();
  }
}

const read = (period: "hour" | "day" | "week", queue?: string) =>
  readActivity(world.services, { period, queue });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test("what all workers have run adds up by minute, with percentiles", async () => {
  await run(
    [...times(95, { queue: "a", ranMs: 10 }), ...times(5, { queue: "a", ranMs: 5_000 })],
    [
      { queue: "a", ranMs: 10, isFailed: true },
      { queue: "b", ranMs: 10 },
    ],
  );
  const all = await read("hour");
  expect(all).toMatchObject({ completed: 101, failed: 1 });
  expect(all.points).toHaveLength(60);
  expect(all.points.at(-1)).toMatchObject({ completed: 101, failed: 1 });
  const a = await read("hour", "a");
  expect(a).toMatchObject({ completed: 100, failed: 1 });
  expect(a.run?.p50).toBeGreaterThan(9);
  expect(a.run?.p50).toBeLessThan(11);
  expect(a.run?.p99).toBeGreaterThan(4_500);
  expect(a.wait?.p95).toBeLessThan(6);
});

test("nothing has points of zero and no percentiles", async () => {
  const nothing = await read("week");
  expect(nothing.points).toHaveLength(84);
  expect(nothing).toMatchObject({ completed: 0, failed: 0, wait: null, run: null });
});

test("old minutes become hours that say the same, and very old hours go", async () => {
  for (let hour = 0; hour < 40; hour++) {
    await run([{ queue: "a", ranMs: 10 }], [{ queue: "a", ranMs: 300, isFailed: true }]);
    world.advance(HOUR_MS);
  }
  const before = await read("week");
  expect(before).toMatchObject({ completed: 40, failed: 40 });
  const ctx = world.anonymous();
  const { hours } = await rollUpHistory(ctx, KEEP_DAYS);
  expect(hours).toBeGreaterThan(10);
  expect(await read("week")).toEqual(before);
  expect(await rollUpHistory(ctx, KEEP_DAYS)).toEqual({ hours: 0, purged: 0 });
  const rows = await world.services.db.select().from(jobHistory);
  expect(rows.filter(({ spanSeconds }) => spanSeconds === 3_600)).toHaveLength(hours);
  world.advance(KEEP_DAYS * 24 * HOUR_MS);
  await rollUpHistory(ctx, KEEP_DAYS);
  expect(await world.services.db.$count(jobHistory)).toBe(0);
});

test("what a worker writes again changes nothing", async () => {
  await run([{ queue: "a", ranMs: 10 }]);
  await histories[0]?.stop();
  expect(await read("hour")).toMatchObject({ completed: 1 });
});
