import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { defineJob, type JobDefinition } from "./catalog.ts";
import { installQueue } from "./install.ts";
import type { RegisteredJob } from "./job-run.ts";

const payload = z.strictObject({ number: z.number() });
const STEP = defineJob({
  name: "test.step",
  description: "Notes its number",
  payload,
  concurrency: 1,
  retryLimit: 0,
  deadLetter: "test.dead",
});
const DEAD = defineJob({ name: "test.dead", description: "What has failed for good", payload });

let world: JobWorld;
let ran: number[];
let handle: (number: number) => unknown;
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  ran = [];
  stops = [];
  handle = (number) => ran.push(number);
  const step: RegisteredJob<z.infer<typeof payload>> = {
    definition: STEP,
    run: async (_, run) => void handle(run.payload.number),
  };
  world = await createJobWorld([step as RegisteredJob], {
    superviseIntervalSeconds: 1,
    flowIntervalSeconds: 1,
  });
});
afterEach(async () => {
  for (const stop of stops) await stop();
  await world.close();
});

async function startWorker(): Promise<void> {
  const worker = await world.startWorker();
  stops.push(() => worker.stop(1));
}

const untilRan = (numbers: number[]) =>
  vi.waitFor(() => expect(ran).toEqual(numbers), { timeout: 20_000, interval: 50 });

test("jobs run in the order in which they came, higher priority first", async () => {
  for (const number of [1, 2, 3]) await world.enqueue(STEP.name, { number });
  await world.enqueue(STEP.name, { number: 9 }, { priority: 5 });
  await startWorker();
  await untilRan([9, 1, 2, 3]);
});

test("however a job is enqueued it has the priority of its definition, unless it has one of its own", async () => {
  const { services } = world;
  const ctx = world.anonymous();
  const definition = { ...(STEP as JobDefinition), priority: 5 };
  await services.db.transaction(async (tx) => {
    const { queue } = services;
    await queue.enqueue(tx, ctx, { definition, payload: { number: 1 } });
    const cause = { requestId: ctx.request.id, actor: null };
    await queue.enqueueAll(tx, definition, [{ payload: { number: 2 }, cause }]);
    await queue.enqueueSteps(tx, ctx, {
      first: { definition, payload: { number: 3 } },
      second: { definition, payload: { number: 4 }, after: ["first"] },
    });
    await queue.enqueue(tx, ctx, { definition, payload: { number: 5 }, priority: 1 });
  });
  const rows = await services.db.execute(
    sql`select priority from pgboss.job order by (data -> 'payload' ->> 'number')::int`,
  );
  expect(rows.map(({ priority }) => priority)).toEqual([5, 5, 5, 5, 1]);
});

test("a job for later waits for its time", async () => {
  const startAfter = new Date(Date.now() + 1_500);
  await world.enqueue(STEP.name, { number: 1 }, { startAfter });
  await startWorker();
  await world.enqueue(STEP.name, { number: 2 });
  await untilRan([2, 1]);
  expect(Date.now()).toBeGreaterThanOrEqual(startAfter.getTime());
});

test("of jobs with one key one is taken in its seconds; debounced, one more waits for the next slot", async () => {
  const once = { singletonKey: "k", singletonSeconds: 3_600 };
  await world.enqueue(STEP.name, { number: 1 }, once);
  await expect(world.enqueue(STEP.name, { number: 2 }, once)).rejects.toThrow("not enqueued");
  const debounced = { ...once, singletonNextSlot: true };
  const waiting = await world.enqueue(STEP.name, { number: 3 }, debounced);
  await expect(world.enqueue(STEP.name, { number: 4 }, debounced)).rejects.toThrow("not enqueued");
  const [row] = await world.services.db.execute<{ isLater: boolean }>(
    sql`select start_after > now() as "isLater" from pgboss.job where id = ${waiting}`,
  );
  expect(row?.isLater).toBe(true);
});

test("a step runs when all that it comes after have completed, and not while one has failed", async () => {
  handle = (number) => {
    if (number === 13) throw new Error("Unlucky");
    ran.push(number);
  };
  const { services } = world;
  const step = (number: number, ...after: string[]) => ({
    definition: STEP as JobDefinition,
    payload: { number },
    after,
  });
  const ids = await services.db.transaction((tx) =>
    services.queue.enqueueSteps(tx, world.anonymous(), {
      last: step(3, "first", "second"),
      first: step(1),
      second: step(2),
      unlucky: step(13),
      never: step(14, "unlucky"),
    }),
  );
  await startWorker();
  await untilRan([1, 2, 3]);
  expect(await world.stateOf(ids.unlucky)).toMatchObject({ state: "failed" });
  expect(await world.stateOf(ids.never)).toMatchObject({ state: "created" });
});

test("steps of a transaction that rolls back, or with a payload that does not parse, do not exist", async () => {
  const { services } = world;
  const ctx = world.anonymous();
  const good = { definition: STEP as JobDefinition, payload: { number: 1 } };
  await expect(
    services.db.transaction(async (tx) => {
      await services.queue.enqueueSteps(tx, ctx, { good, other: { ...good, after: ["good"] } });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await expect(
    services.db.transaction((tx) =>
      services.queue.enqueueSteps(tx, ctx, { good, bad: { ...good, payload: {} } }),
    ),
  ).rejects.toMatchObject({ code: "VALIDATION" });
  expect(await services.db.execute(sql`select 1 from pgboss.job`)).toHaveLength(0);
});

test("a job that has failed for good waits in its dead letter queue, and is put back from there", async () => {
  handle = () => {
    throw new Error("Out of paper");
  };
  const id = await world.enqueue(STEP.name, { number: 7 });
  await startWorker();
  await vi.waitFor(async () => {
    const dead = await world.services.db.execute(
      sql`select 1 from pgboss.job where name = ${DEAD.name}`,
    );
    expect(dead).toHaveLength(1);
  }, 20_000);
  expect(await world.stateOf(id)).toMatchObject({ state: "failed" });
  handle = (number) => ran.push(number);
  const { services } = world;
  const moved = await services.db.transaction((tx) =>
    services.queue.redrive(tx, STEP as JobDefinition, 100),
  );
  expect(moved).toBe(1);
  await untilRan([7]);
});

test("a failed job that is tried again is not put back from its dead letter queue as well", async () => {
  handle = () => {
    throw new Error("Out of paper");
  };
  const id = await world.enqueue(STEP.name, { number: 7 });
  await startWorker();
  const { services } = world;
  const countDead = async () =>
    (await services.db.execute(sql`select 1 from pgboss.job where name = ${DEAD.name}`)).length;
  await vi.waitFor(async () => expect(await countDead()).toBe(1), 20_000);
  handle = (number) => ran.push(number);
  await services.db.transaction((tx) =>
    services.queue.steer(tx, "retry", { queue: STEP.name, jobIds: [id] }),
  );
  expect(await countDead()).toBe(0);
  await untilRan([7]);
});

test("the view of jobs is made anew by a newer build, and left alone by an older one", async () => {
  const { db } = world.services;
  const readView = async () => {
    const [view] = await db.execute<{ oid: string; version: string }>(sql`
      select oid::text, obj_description(oid, 'pg_class') as version
      from pg_class where relname = 'job_list'`);
    return view;
  };
  const install = () => installQueue(world.database.url, [STEP as JobDefinition]);
  const before = await readView();
  expect(Number(before?.version)).toBeGreaterThan(0);
  await install();
  expect(await readView()).toEqual(before);
  await db.execute(sql`comment on view job_list is '9999'`);
  await install();
  expect(await readView()).toMatchObject({ oid: before?.oid, version: "9999" });
  await db.execute(sql`drop view job_list`);
  await db.execute(sql`create view job_list as select 1 as other`);
  await Promise.all([install(), install()]);
  expect((await readView())?.version).toBe(before?.version);
  await world.enqueue(STEP.name, { number: 1 });
  expect(await db.execute(sql`select id, output from job_list`)).toHaveLength(1);
});

test("a job waits for years, also one that an older build would have let go; dead letters follow the code", async () => {
  const jobId = await world.enqueue(STEP.name, { number: 1 });
  const { db } = world.services;
  const years = async () => {
    const [job] = await db.execute<{ years: number }>(sql`
      select extract(year from age(keep_until, start_after))::int as years
      from pgboss.job where id = ${jobId}`);
    return job?.years;
  };
  expect(await years()).toBeGreaterThan(8);
  await db.execute(sql`update pgboss.job set keep_until = start_after + interval '14 days'`);
  const withoutDead: JobDefinition = { ...(STEP as JobDefinition), deadLetter: undefined };
  await installQueue(world.database.url, [withoutDead]);
  expect(await years()).toBeGreaterThan(8);
  expect((await world.boss.getQueue(STEP.name))?.deadLetter ?? null).toBeNull();
  const other: JobDefinition = { ...withoutDead, policy: "singleton" };
  await expect(installQueue(world.database.url, [other])).rejects.toThrow(
    "cannot become singleton",
  );
});
