import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { jobAttempts, jobHistory } from "#db/schema/jobs.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { defineJob, NoPayload } from "./catalog.ts";
import { createHistory } from "./history/history.ts";
import { recordLost } from "./lost.ts";

const KEPT = { payload: NoPayload, retryDelaySeconds: 1, retryDelayMaxSeconds: 1 };
const AGAIN = defineJob({ name: "test.again", description: "Is tried again", ...KEPT });
const ONCE = defineJob({
  name: "test.once",
  description: "Is not tried again",
  ...KEPT,
  retryLimit: 0,
});
const QUEUES = [AGAIN.name, ONCE.name];

let world: JobWorld;
let isOver: Promise<void> | undefined;

beforeEach(async () => {
  isOver = undefined;
  const run = async () => isOver;
  world = await createJobWorld(
    [
      { definition: AGAIN, run },
      { definition: ONCE, run },
    ],
    { superviseIntervalSeconds: 1, monitorIntervalSeconds: 1 },
  );
});
afterEach(() => world.close());

/** A job that a worker has begun which does not live any more. */
async function abandon(queue: string): Promise<string> {
  const id = await world.enqueue(queue, {});
  await world.boss.fetch(queue);
  await world.services.db.execute(
    sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where id = ${id}`,
  );
  return id;
}

async function superviseUntil(id: string, state: string): Promise<void> {
  await world.boss.supervise();
  expect(await world.stateOf(id)).toMatchObject({ state });
}

const attemptsOf = async (id: string) =>
  (await world.services.db.select().from(jobAttempts)).filter(({ jobId }) => jobId === id);
const countFailures = async (queue: string) => {
  const rows = await world.services.db.select().from(jobHistory);
  return rows.reduce((sum, row) => sum + (row.queue === queue ? row.failed : 0), 0);
};
const look = async () => {
  const history = createHistory(world.services);
  await recordLost({ services: world.services, history }, QUEUES);
  await history.stop();
};
const LOST = { name: "WorkerLost", message: "Its worker was not heard of any more" };

test("an attempt that died with its worker is told when the job is fetched again, and counts as a failure", async () => {
  const id = await abandon(AGAIN.name);
  await superviseUntil(id, "retry");
  const worker = await world.startWorker();
  await vi.waitFor(
    async () => expect(await world.stateOf(id)).toMatchObject({ state: "completed" }),
    { timeout: 20_000, interval: 50 },
  );
  await worker.stop();
  expect(await attemptsOf(id)).toMatchObject([{ attempt: 0, worker: "", error: LOST }]);
  expect(await countFailures(AGAIN.name)).toBe(1);
  await look();
  expect(await countFailures(AGAIN.name)).toBe(1);
});

test("the last attempt of a job, which nobody fetches again, is told as well, by one of all workers", async () => {
  const id = await abandon(ONCE.name);
  await superviseUntil(id, "failed");
  await Promise.all([look(), look(), look()]);
  const [attempt, ...others] = await attemptsOf(id);
  expect(attempt).toMatchObject({ attempt: 0, error: LOST });
  expect(attempt?.endedAt.getTime()).toBeGreaterThan(attempt?.startedAt.getTime() ?? 0);
  expect(others).toEqual([]);
  expect(await countFailures(ONCE.name)).toBe(1);
});

test("what told of a lost attempt goes when it is recorded, so that the next one is not taken for lost", async () => {
  let end = () => {};
  isOver = new Promise((resolve) => {
    end = resolve;
  });
  const id = await abandon(AGAIN.name);
  await superviseUntil(id, "retry");
  expect(await world.stateOf(id)).not.toMatchObject({ output: null });
  const worker = await world.startWorker();
  await vi.waitFor(
    async () => expect(await world.stateOf(id)).toMatchObject({ state: "active", output: null }),
    { timeout: 20_000, interval: 50 },
  );
  expect(await attemptsOf(id)).toHaveLength(1);
  end();
  await worker.stop();
});
