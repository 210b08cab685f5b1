import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { jobAttempts, jobHistory } from "#db/schema/jobs.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { defineJob, NoPayload } from "./catalog.ts";
import type { JobRun, RegisteredJob } from "./job-run.ts";

const LONG = defineJob({
  name: "test.long",
  description: "Takes as long as the test says",
  payload: NoPayload,
  retryLimit: 0,
});
const PATIENCE = { timeout: 20_000, interval: 50 };

let handle: (run: JobRun) => Promise<unknown>;
let world: JobWorld;

beforeEach(async () => {
  const job: RegisteredJob = { definition: LONG, run: (_, run) => handle(run) };
  world = await createJobWorld([job]);
});
afterEach(() => world.close());

const reaches = (id: string, state: string) =>
  vi.waitFor(async () => expect(await world.stateOf(id)).toMatchObject({ state }), PATIENCE);

/** Two workers that are stopped while they are at the job, and one that is not. */
async function deployTwice(id: string): Promise<void> {
  for (const begun of [0, 1]) {
    const worker = await world.startWorker();
    await vi.waitFor(
      async () =>
        expect(await world.stateOf(id)).toMatchObject({ state: "active", retries: begun }),
      PATIENCE,
    );
    await worker.stop(0);
    expect(await world.stateOf(id)).toMatchObject({ state: "retry" });
  }
  handle = async () => ({ done: true });
  const last = await world.startWorker();
  await reaches(id, "completed");
  await last.stop();
}

test("a job that every deploy interrupts is run again at once, costs it no retry and is no failure", async () => {
  handle = ({ signal }) => sleep(60_000, undefined, { signal });
  const id = await world.enqueue(LONG.name, {});
  await deployTwice(id);
  expect(await world.stateOf(id)).toMatchObject({ output: { done: true }, retries: 2 });
  const history = await world.services.db.select().from(jobHistory);
  expect(history.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
  expect(await world.services.db.select().from(jobAttempts)).toMatchObject([
    { attempt: 0, error: { name: "WorkerStopped" } },
    { attempt: 1, error: { name: "WorkerStopped" } },
  ]);
});

test("a handler that does not listen is not waited for: its job goes to another worker", async () => {
  handle = () => new Promise(() => undefined);
  const id = await world.enqueue(LONG.name, {});
  await deployTwice(id);
  expect(await world.stateOf(id)).toMatchObject({ output: { done: true } });
});
