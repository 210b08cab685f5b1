import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import type { FetchedJob } from "./attempts.ts";
import { defineJob, NoPayload } from "./catalog.ts";
import { createJobRun, type JobRun, JobTakenOver, type RegisteredJob } from "./job-run.ts";
import { createRunning } from "./running.ts";

const definition = defineJob({
  name: "test.step",
  description: "Does one step as slowly as the test says",
  payload: NoPayload,
  retryLimit: 2,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 1,
});
const { name } = definition;

/** A door that opens once. */
function createDoor() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

let world: JobWorld;
let stop: () => Promise<void>;
let jobId: string;
/** The first attempt is within its step. */
let inside: ReturnType<typeof createDoor>;
let exit: ReturnType<typeof createDoor>;
const begun: number[] = [];

async function runSlowStep({ number, once }: JobRun): Promise<unknown> {
  begun.push(number);
  const by = await once("slow", async (tx) => {
    await tx.execute(sql`insert into effects values (${number})`);
    inside.open();
    await exit.opened;
    return number;
  });
  return { by };
}

beforeEach(async () => {
  begun.length = 0;
  [inside, exit] = [createDoor(), createDoor()];
  const job: RegisteredJob = { definition, run: (_, run) => runSlowStep(run) };
  world = await createJobWorld([job]);
  await world.services.db.execute(sql`create table effects (attempt int)`);
  const worker = await world.startWorker();
  stop = () => worker.stop(1);
  jobId = await world.enqueue(name, {});
  await inside.opened;
});
afterEach(async () => {
  exit.open();
  await stop();
  await world.close();
});

const effects = () => world.services.db.execute(sql`select attempt from effects`);
const countWaiting = async () => {
  const rows = await world.services.db.execute(sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
};
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const untilCompleted = (output: object) =>
  until(async () =>
    expect(await world.stateOf(jobId)).toMatchObject({ state: "completed", output }),
  );

test("a step that takes long holds up neither the heartbeat of its queue nor who cancels the job", async () => {
  const touched = await world.boss.touch(name, [{ id: jobId, retryCount: 0 }]);
  expect(touched).toMatchObject({ affected: 1 });
  expect(await world.boss.cancel(name, jobId)).toMatchObject({ affected: 1 });
}, 10_000);

test("whoever fails a job waits for the step that is being done, which is not done again", async () => {
  const failed = world.boss.fail(name, jobId, { message: "its worker is gone" });
  await until(async () => expect(await countWaiting()).toBe(1));
  exit.open();
  await failed;
  await untilCompleted({ by: 0 });
  expect(begun).toEqual([0, 1]);
  expect(await effects()).toMatchObject([{ attempt: 0 }]);
});

test("a job that is cancelled and goes on in the middle of a step begins again after the step", async () => {
  await world.boss.cancel(name, jobId);
  await world.boss.resume(name, jobId);
  expect(await world.boss.fetch(name)).toEqual([]);
  exit.open();
  await untilCompleted({ by: 0 });
  expect(await effects()).toMatchObject([{ attempt: 0 }]);
});

test("while a heartbeat waits for the database there is no second one", async () => {
  const boss = new PgBoss({ connectionString: world.database.url, max: 6, migrate: false });
  boss.on("error", () => undefined);
  await boss.start();
  const running = createRunning(world.services, boss, name);
  const fetched = { id: jobId, name, retryCount: 0, expireInSeconds: 60 } as FetchedJob;
  running.start(
    fetched,
    () => exit.opened,
    () => undefined,
  );
  try {
    await world.services.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from pgboss.job where id = ${jobId} for no key update`);
      const beats = Array.from({ length: 4 }, () => running.beat());
      await until(async () => expect(await countWaiting()).toBeGreaterThan(0));
      await Promise.all(beats.slice(1));
      expect(await countWaiting()).toBeLessThanOrEqual(2);
    });
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
});

test("of a handler that writes without end, a thousand lines are kept", async () => {
  const attempt = { queue: name, jobId, number: 0 };
  const { signal } = new AbortController();
  const run = createJobRun(world.anonymous(), { attempt, stepsOf: jobId, payload: {}, signal });
  for (let part = 0; part < 11; part++) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => run.log(`${part}/${index}`)));
  }
  const [count] = await world.services.db.execute<{ lines: number; last: number }>(sql`
    select count(*)::int as lines, count(*) filter (where line like 'No more lines%')::int as last
    from job_lines where job_id = ${jobId}`);
  expect(count).toEqual({ lines: 1_001, last: 1 });
});

test("an attempt that has lost its job does no step", async () => {
  exit.open();
  await untilCompleted({ by: 0 });
  const attempt = { queue: name, jobId, number: 0 };
  const { signal } = new AbortController();
  const late = createJobRun(world.anonymous(), { attempt, stepsOf: jobId, payload: {}, signal });
  await expect(late.once("another", async () => 1)).rejects.toBeInstanceOf(JobTakenOver);
});
