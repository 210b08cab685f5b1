import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Context } from "#server/platform/context.ts";
import { defineJob, type JobDefinition } from "#server/platform/queue/catalog.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { listQueues } from "../queries.ts";
import { checkPayloads } from "./jobs.ts";
import { listMisfits } from "./queries.ts";

const BEFORE = defineJob({
  name: "test.ship",
  description: "Ships",
  payload: z.strictObject({ order: z.number() }),
});
const TODAY = {
  ...BEFORE,
  payload: z.strictObject({ orderId: z.string() }),
} as unknown as JobDefinition;

let world: JobWorld;
let ctx: Context;

beforeAll(async () => {
  world = await createJobWorld([
    { definition: BEFORE, run: async () => undefined } as unknown as RegisteredJob,
  ]);
  ctx = world.anonymous();
});
afterAll(() => world.close());

const check = (definition: JobDefinition) =>
  checkPayloads(() => [definition])(ctx, { signal: new AbortController().signal });

test("a job that waits in a queue which no code knows is found, and its queue is listed while it waits", async () => {
  const id = await world.enqueue(BEFORE.name, { order: 1 });
  const check = checkPayloads(() => []);
  expect(await check(ctx, { signal: new AbortController().signal })).toEqual({
    checked: 1,
    misfits: 1,
  });
  expect((await listMisfits(ctx, { limit: 50 })).jobs).toMatchObject([
    { jobId: id, queue: BEFORE.name, problems: ["No code works off this queue"] },
  ]);
  const left = (await listQueues(ctx, [])).queues.find(({ name }) => name === BEFORE.name);
  expect(left).toMatchObject({ description: null, waiting: 1 });
  await world.boss.cancel(BEFORE.name, id);
  expect((await listQueues(ctx, [])).queues).toEqual([]);
  expect((await listMisfits(ctx, { limit: 50 })).total).toBe(0);
});

test("queued jobs that the code of today could not run are found, with what is wrong, until they fit or are gone", async () => {
  const ids: string[] = [];
  for (let order = 0; order < 60; order++) ids.push(await world.enqueue(BEFORE.name, { order }));
  expect(await check(TODAY)).toEqual({ checked: 60, misfits: 60 });
  const found = await listMisfits(ctx, { limit: 50 });
  expect(found.total).toBe(60);
  expect(found.jobs).toHaveLength(50);
  expect(found.jobs[0]?.problems.join()).toMatch(/orderId: .*Unrecognized key: "order"/);

  await world.boss.cancel(BEFORE.name, ids.slice(0, 59));
  expect((await listMisfits(ctx, { limit: 50 })).jobs.map(({ jobId }) => jobId)).toEqual([ids[59]]);
  world.advance(1_000);
  expect(await check(BEFORE as JobDefinition)).toEqual({ checked: 1, misfits: 0 });
  expect(await listMisfits(ctx, { limit: 50 })).toEqual({ total: 0, jobs: [] });
});
