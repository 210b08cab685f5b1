import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { createBatcher } from "./batcher.ts";

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const options = { maxSize: 100, deadlineMs: 1000 };

test("requests of one moment share one load, and equal keys one place in it", async () => {
  const load = vi.fn(async (keys: string[]) => new Map(keys.map((key) => [key, key.length])));
  const { get } = createBatcher<string, number>({ ...options, load });
  expect(await Promise.all([get("a"), get("bb"), get("a")])).toEqual([1, 2, 1]);
  expect(load.mock.calls).toEqual([[["a", "bb"]]]);
});

test("a request is never answered by a load that began before it", async () => {
  let value = "old";
  const gate = deferred();
  const load = vi.fn(async (keys: string[]) => {
    const read = value;
    if (load.mock.calls.length === 1) await gate.promise;
    return new Map(keys.map((key) => [key, read]));
  });
  const { get } = createBatcher<string, string>({ ...options, load });
  const early = get("key");
  await sleep(5);
  value = "new";
  const late = get("key");
  gate.resolve();
  expect(await early).toBe("old");
  expect(await late).toBe("new");
});

test("a failed load fails its own requests only", async () => {
  const load = vi.fn(async (keys: string[]) => {
    if (keys.includes("bad")) throw new Error("broken");
    return new Map(keys.map((key) => [key, key]));
  });
  const { get } = createBatcher<string, string>({ ...options, load });
  await expect(get("bad")).rejects.toThrow("broken");
  expect(await get("good")).toBe("good");
});

test("a load that never ends fails after the deadline and lets the next one begin", async () => {
  const load = vi.fn(async (keys: string[]) => {
    if (load.mock.calls.length === 1) await new Promise(() => undefined);
    return new Map(keys.map((key) => [key, key]));
  });
  const { get } = createBatcher<string, string>({ ...options, deadlineMs: 20, load });
  await expect(get("a")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await get("b")).toBe("b");
});

test("three loads run at once, and those who come later share the next one", async () => {
  const gate = deferred();
  const load = vi.fn(async (keys: string[]) => {
    await gate.promise;
    return new Map(keys.map((key) => [key, key]));
  });
  const { get } = createBatcher<string, string>({ ...options, load });
  const asked: Promise<string | undefined>[] = [];
  for (const key of ["a", "b", "c", "d", "e"]) {
    asked.push(get(key));
    await sleep(5);
  }
  expect(load.mock.calls).toEqual([[["a"]], [["b"]], [["c"]]]);
  gate.resolve();
  expect(await Promise.all(asked)).toEqual(["a", "b", "c", "d", "e"]);
  expect(load.mock.calls.slice(3)).toEqual([[["d", "e"]]]);
});

test("more keys than fit go into the following loads", async () => {
  const load = vi.fn(async (keys: number[]) => new Map(keys.map((key) => [key, key * 2])));
  const { get } = createBatcher<number, number>({ ...options, maxSize: 4, load });
  const keys = Array.from({ length: 10 }, (_, index) => index);
  expect(await Promise.all(keys.map(get))).toEqual(keys.map((key) => key * 2));
  expect(load.mock.calls.map(([batch]) => batch.length)).toEqual([4, 4, 2]);
});
