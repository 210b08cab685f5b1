import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { jobAttempts, jobLines, jobProgress, jobQueues } from "#db/schema/jobs.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { defineJob } from "./catalog.ts";
import { type JobRun, JobTakenOver, type RegisteredJob } from "./job-run.ts";

const definition = defineJob({
  name: "test.job",
  description: "Does what the test says",
  payload: z.strictObject({ number: z.number() }),
  retryLimit: 2,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 1,
  concurrency: 4,
});
type Payload = z.infer<typeof definition.payload>;

let handle: (run: JobRun<Payload>) => Promise<unknown>;
let world: JobWorld;
let stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const job: RegisteredJob<Payload> = { definition, run: (_, run) => handle(run) };
  world = await createJobWorld([job as RegisteredJob], {
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  });
  await world.services.db.execute(sql`create table effects (number int)`);
});

afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
  await world.close();
});

async function startWorker(): Promise<void> {
  const worker = await world.startWorker();
  stops.push(() => worker.stop(1));
}

const countEffects = async () => {
  const [row] = await world.services.db.execute<{ count: string }>(
    sql`select count(*) as count from effects`,
  );
  return Number(row?.count);
};

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
const untilState = (id: string, state: string) =>
  until(async () => expect(await world.stateOf(id)).toMatchObject({ state }));

test("a job runs with its payload, and its output, lines and progress are kept", async () => {
  handle = async (run) => {
    await run.log("half way");
    await run.progress(1, 2, "half");
    return { doubled: run.payload.number * 2 };
  };
  const id = await world.enqueue(definition.name, { number: 21 });
  await startWorker();
  await untilState(id, "completed");
  expect(await world.stateOf(id)).toMatchObject({ output: { doubled: 42 }, retries: 0 });
  expect(await world.services.db.select().from(jobLines)).toMatchObject([
    { jobId: id, attempt: 0, line: "half way" },
  ]);
  expect(await world.services.db.select().from(jobProgress)).toMatchObject([
    { jobId: id, done: 1, total: 2, note: "half" },
  ]);
});

test("a payload that does not parse is not enqueued", async () => {
  await expect(world.enqueue(definition.name, { number: "x" })).rejects.toMatchObject({
    code: "VALIDATION",
  });
});

test("a job of a transaction that rolls back does not exist", async () => {
  const ran = vi.fn();
  handle = async () => ran();
  const { createQueue } = await import("./queue.ts");
  const queue = createQueue(world.services);
  const rolledBack = world.services.db.transaction(async (tx) => {
    await queue.enqueue(tx, world.anonymous(), { definition, payload: { number: 1 } });
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  await queue.close();
  await startWorker();
  const second = await world.enqueue(definition.name, { number: 2 });
  await untilState(second, "completed");
  expect(ran).toHaveBeenCalledTimes(1);
});

test("a failed job runs again, its finished steps do not, and each failure is kept", async () => {
  let runs = 0;
  const values: unknown[] = [];
  handle = async (run) => {
    const value = await run.once("effect", async (tx) => {
      await tx.execute(sql`insert into effects values (${run.payload.number})`);
      return { made: 1 };
    });
    values.push(value);
    runs += 1;
    if (runs < 3) throw new TypeError(`run ${runs}`);
  };
  const id = await world.enqueue(definition.name, { number: 7 });
  await startWorker();
  await untilState(id, "completed");
  expect(await countEffects()).toBe(1);
  expect(values).toEqual([{ made: 1 }, { made: 1 }, { made: 1 }]);
  const attempts = await world.services.db.select().from(jobAttempts);
  expect(attempts).toMatchObject([
    { attempt: 0, error: { name: "TypeError", message: "run 1" } },
    { attempt: 1, error: { message: "run 2" } },
  ]);
});

test("a frozen attempt whose job was taken over can neither commit a step nor complete", async () => {
  let letGo = () => {};
  const frozen = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const outcomes: unknown[] = [];
  handle = async (run) => {
    if (run.number > 0) return { by: run.number };
    await frozen;
    outcomes.push(
      await run
        .once("effect", (tx) => tx.execute(sql`insert into effects values (1)`))
        .catch((error: unknown) => error),
    );
    return { by: 0 };
  };
  const id = await world.enqueue(definition.name, { number: 1 });
  await startWorker();
  await untilState(id, "active");
  await world.boss.fail(definition.name, id, { message: "its worker is gone" });
  await until(async () =>
    expect(await world.stateOf(id)).toMatchObject({ state: "completed", retries: 1 }),
  );
  letGo();
  await until(async () => expect(outcomes).toHaveLength(1));
  expect(outcomes[0]).toBeInstanceOf(JobTakenOver);
  await sleep(200);
  expect(await countEffects()).toBe(0);
  expect(await world.stateOf(id)).toMatchObject({ output: { by: 1 } });
});

test("a cancelled job's handler is told within seconds", async () => {
  const told = vi.fn();
  handle = (run) =>
    new Promise((_, reject) => {
      run.signal.addEventListener("abort", () => {
        told();
        reject(run.signal.reason as Error);
      });
    });
  const id = await world.enqueue(definition.name, { number: 1 });
  await startWorker();
  await untilState(id, "active");
  await world.boss.cancel(definition.name, id);
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 5_000 });
  expect(await world.stateOf(id)).toMatchObject({ state: "cancelled" });
});

test("an attempt that takes longer than it may is aborted and counts as failed", async () => {
  const reasons: unknown[] = [];
  handle = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        reasons.push(signal.reason);
        reject(new Error("Aborted"));
      });
    });
  const id = await world.enqueue(definition.name, { number: 1 });
  await world.services.db.execute(sql`update pgboss.job set expire_seconds = 1, retry_limit = 0`);
  await startWorker();
  await untilState(id, "failed");
  expect(reasons).toMatchObject([{ message: "Took longer than 1 s" }]);
  // Whoever notices it first, the worker or the supervision.
  const message = expect.stringMatching(/^(Took|It took) longer than/);
  await until(async () =>
    expect(await world.services.db.select().from(jobAttempts)).toMatchObject([
      { jobId: id, outcome: "failed", error: { message } },
    ]),
  );
});

test("a paused queue is left alone by every worker within two seconds, and resumed", async () => {
  const ran = vi.fn();
  handle = async () => ran();
  await startWorker();
  await startWorker();
  await world.services.db.insert(jobQueues).values({
    name: definition.name,
    pausedAt: new Date(),
    pausedByName: "Ada",
    pauseReason: "a test",
  });
  await sleep(2_000);
  const id = await world.enqueue(definition.name, { number: 1 });
  await sleep(3_000);
  expect(ran).not.toHaveBeenCalled();
  await world.services.db.delete(jobQueues);
  await untilState(id, "completed");
});

test("no more run at once than the operator allows, changed while they run", async () => {
  let atOnce = 0;
  let most = 0;
  handle = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await sleep(100);
    atOnce -= 1;
  };
  await world.services.db.insert(jobQueues).values({ name: definition.name, concurrency: 1 });
  await startWorker();
  const ids: string[] = [];
  for (let number = 0; number < 5; number++) {
    ids.push(await world.enqueue(definition.name, { number }));
  }
  for (const id of ids) await untilState(id, "completed");
  expect(most).toBe(1);
  await world.services.db.update(jobQueues).set({ concurrency: 8 });
  await sleep(1_500);
  for (let number = 0; number < 30; number++) {
    ids.push(await world.enqueue(definition.name, { number }));
  }
  for (const id of ids) await untilState(id, "completed");
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(8);
});
