import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditEntries } from "#db/schema/audit.ts";
import { jobProgress } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import { defineJob } from "#server/platform/queue/catalog.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { STEER_MANY } from "../catalog.ts";
import { cancelJob } from "../list/service.ts";
import { steerManyJobs } from "./jobs.ts";
import { STEERINGS, type SteerManyInput } from "./schema.ts";
import { steerMany } from "./service.ts";

const WAIT = defineJob({
  name: "test.wait",
  description: "Is not run here",
  payload: z.strictObject({ number: z.number() }),
});

let world: JobWorld;
let ctx: Context;
let stop: (() => Promise<void>) | undefined;

const JOBS = [
  ...STEERINGS.map(
    (action) =>
      ({ definition: STEER_MANY[action], run: steerManyJobs(action) }) as unknown as RegisteredJob,
  ),
  { definition: WAIT, run: async () => undefined } as unknown as RegisteredJob,
];

async function open(poolSize = 5): Promise<void> {
  world = await createJobWorld(JOBS, {}, { poolSize });
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
  await world.services.db.execute(sql`
    insert into job_queues (name, paused_at, paused_by_name) values (${WAIT.name}, now(), 'the test')`);
}

beforeEach(() => open());
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await world.close();
});

async function addJobs(count: number, state: string): Promise<string[]> {
  const rows = await world.services.db.execute<{ id: string }>(sql`
    insert into pgboss.job (name, data, state, retry_limit, completed_on)
    select ${WAIT.name}, jsonb_build_object('payload', jsonb_build_object('number', n)),
      ${state}::pgboss.job_state, 0, case when ${state} = 'failed' then now() end
    from generate_series(1, ${count}) as n returning id`);
  return rows.map(({ id }) => id);
}

async function runIt(input: SteerManyInput) {
  const id = await steerMany(ctx, input);
  const worker = await world.startWorker();
  stop = () => worker.stop(1);
  await vi.waitFor(
    async () => expect(await world.stateOf(id)).toMatchObject({ state: "completed" }),
    { timeout: 30_000, interval: 50 },
  );
  return { id, output: (await world.stateOf(id))?.output };
}

async function countBy(state: string): Promise<number> {
  const rows = await world.services.db.execute(
    sql`select 1 from pgboss.job where name = ${WAIT.name} and state = ${state}::pgboss.job_state`,
  );
  return rows.length;
}

test("all that match are retried, each once and with its entry, and the progress ends whole", async () => {
  await addJobs(450, "failed");
  await addJobs(3, "completed");
  const filter = { field: "state", operator: "isAnyOf", value: ["failed"] } as const;
  const { id, output } = await runIt({
    action: "retry",
    selection: { matching: { filter: { ...filter, value: [...filter.value] } } },
  });
  expect(output).toEqual({ done: 450, passedOver: 0 });
  expect(await countBy("retry")).toBe(450);
  expect(await countBy("completed")).toBe(3);
  const { db } = world.services;
  expect(await db.$count(auditEntries, eq(auditEntries.action, "job.retried"))).toBe(450);
  const [started] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "jobs.steered"));
  expect(started).toMatchObject({ actorName: "Ada Lovelace", subjectId: id });
  const [progress] = await db.select().from(jobProgress).where(eq(jobProgress.jobId, id));
  expect(progress).toMatchObject({ done: 450, total: 450 });
});

test("times of a filter stay times, and what is left out stays as it is", async () => {
  const [kept = "", ...others] = await addJobs(5, "failed");
  const { output } = await runIt({
    action: "delete",
    selection: {
      matching: {
        filter: {
          all: [
            { field: "queue", operator: "is", value: WAIT.name },
            { field: "createdAt", operator: "before", value: new Date(Date.now() + 60_000) },
          ],
        },
      },
      except: [kept],
    },
  });
  expect(output).toEqual({ done: others.length, passedOver: 0 });
  expect(await countBy("failed")).toBe(1);
});

test("chosen ids are cancelled; those whose state does not allow it, and the job itself, are passed over", async () => {
  const waiting = await addJobs(2, "created");
  const [done = ""] = await addJobs(1, "completed");
  const { output } = await runIt({ action: "cancel", selection: { ids: [...waiting, done] } });
  expect(output).toEqual({ done: 2, passedOver: 1 });
  expect(await countBy("cancelled")).toBe(2);
  await stop?.();
  const { id } = await runIt({ action: "delete", selection: { matching: {} } });
  expect(await world.stateOf(id)).toMatchObject({ state: "completed" });
  expect(await countBy("cancelled")).toBe(0);
});

test("one that is cancelled midway stops there, and what it has not come to stays as it is", async () => {
  const all = await addJobs(1_000, "failed");
  const id = await steerMany(ctx, { action: "delete", selection: { ids: all } });
  let cancelling: Promise<void> | undefined;
  await world.services.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from pgboss.job where id = ${all[700]} for update`);
    const worker = await world.startWorker();
    stop = () => worker.stop(1);
    await vi.waitFor(async () => expect(await countBy("failed")).toBe(400), 10_000);
    cancelling = cancelJob(ctx, { jobId: id });
    await sleep(300);
  });
  await cancelling;
  await stop?.();
  expect(await world.stateOf(id)).toMatchObject({ state: "cancelled" });
  expect(await countBy("failed")).toBe(200);
});

test("how many there are is told as it was at first, while those that are done match no more", async () => {
  await addJobs(1_000, "failed");
  const filter = { field: "queue", operator: "is", value: WAIT.name } as const;
  const id = await steerMany(ctx, { action: "delete", selection: { matching: { filter } } });
  const { db } = world.services;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      select 1 from pgboss.job where id = (
        select id from pgboss.job where name = ${WAIT.name} order by id offset 499 limit 1)
      for update`);
    const worker = await world.startWorker();
    stop = () => worker.stop(1);
    const readProgress = () => db.select().from(jobProgress).where(eq(jobProgress.jobId, id));
    const midway = [expect.objectContaining({ done: 400, total: 1_000 })];
    await vi.waitFor(async () => expect(await readProgress()).toEqual(midway), 10_000);
  });
  await vi.waitFor(async () => expect(await countBy("failed")).toBe(0), 10_000);
});

test("a worker that has one connection left steers many jobs all the same", async () => {
  await world.close();
  await open(1);
  await addJobs(250, "failed");
  const { output } = await runIt({ action: "retry", selection: { matching: {} } });
  expect(output).toMatchObject({ done: 250 });
});
