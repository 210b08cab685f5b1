import { describe, expect, test } from "vitest";
import type { RawSql } from "#db/client.ts";
import { createReadiness } from "./readiness.ts";

function create(
  overrides: { pending?: () => Promise<number>; select?: () => Promise<unknown[]> } = {},
) {
  const stopping = new AbortController();
  let looks = 0;
  const sql = (() => overrides.select?.() ?? Promise.resolve([])) as unknown as RawSql;
  const readiness = createReadiness({
    probe: {
      run: (work) => {
        looks += 1;
        return work(sql);
      },
      close: async () => undefined,
    },
    countPendingMigrations: overrides.pending ?? (async () => 0),
    stopping: stopping.signal,
  });
  return { readiness, stopping, looks: () => looks };
}

describe("readiness", () => {
  test("waits for boot, then for the database, and ends when the process stops", async () => {
    const { readiness, stopping, looks } = create();
    expect([readiness.isStarted(), await readiness.findObstacles()]).toEqual([false, ["starting"]]);
    readiness.markStarted();
    expect([readiness.isStarted(), await readiness.findObstacles()]).toEqual([true, []]);
    const before = looks();
    stopping.abort();
    expect(await readiness.findObstacles()).toEqual(["draining"]);
    expect(looks()).toBe(before);
  });

  test("waits for migrations, and asks the database only until there are none pending", async () => {
    let pending = 2;
    let asked = 0;
    const { readiness } = create({
      pending: async () => {
        asked += 1;
        return pending;
      },
    });
    readiness.markStarted();
    expect(await readiness.findObstacles()).toEqual(["migrations"]);
    pending = 0;
    expect(await readiness.findObstacles()).toEqual([]);
    expect(await readiness.findObstacles()).toEqual([]);
    expect(asked).toBe(2);
  });

  test("goes away with the database and comes back with it", async () => {
    let isUp = true;
    const { readiness } = create({
      select: () => (isUp ? Promise.resolve([]) : Promise.reject(new Error("gone"))),
    });
    readiness.markStarted();
    expect(await readiness.findObstacles()).toEqual([]);
    isUp = false;
    expect(await readiness.findObstacles()).toEqual(["database"]);
    isUp = true;
    expect(await readiness.findObstacles()).toEqual([]);
  });

  test("is looked up once for all who ask at the same time", async () => {
    const { readiness, looks } = create();
    readiness.markStarted();
    await Promise.all(Array.from({ length: 500 }, () => readiness.findObstacles()));
    expect(looks()).toBe(1);
  });
});
