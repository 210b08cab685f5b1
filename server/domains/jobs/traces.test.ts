import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobAttempts, jobLines, jobProgress, jobSteps } from "#db/schema/jobs.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { PURGE_TRACES } from "./catalog.ts";
import { purgeTraces } from "./traces.ts";

let world: JobWorld;

beforeAll(async () => {
  world = await createJobWorld([{ definition: PURGE_TRACES, run: async () => undefined }]);
});
afterAll(() => world.close());

async function leaveTraces(jobId: string): Promise<void> {
  const { db, now, newId } = world.services;
  const [attempt, queue, worker] = [0, PURGE_TRACES.name, "here"];
  const at = now();
  const timing = { startedAt: at, endedAt: at };
  await db.insert(jobSteps).values({ jobId, step: "one", value: null, doneAt: at });
  await db.insert(jobAttempts).values({ jobId, attempt, queue, worker, ...timing, error: {} });
  await db.insert(jobLines).values({ id: newId(), jobId, attempt, at, line: "something" });
  await db.insert(jobProgress).values({ jobId, attempt, done: 1, total: 2, at });
}

test("what is kept of a job goes after the job, and not before it", async () => {
  const ctx = createSystemContext(world.services, PURGE_TRACES.name);
  const none = { job_steps: 0, job_attempts: 0, job_lines: 0, job_progress: 0 };
  const [kept, gone] = [
    await world.enqueue(PURGE_TRACES.name, {}),
    await world.enqueue(PURGE_TRACES.name, {}),
  ];
  await leaveTraces(kept);
  await leaveTraces(gone);
  await world.services.db.execute(sql`delete from pgboss.job where id = ${gone}`);
  expect(await purgeTraces(ctx)).toEqual(none);
  world.advance(2 * 3_600_000);
  const one = { job_steps: 1, job_attempts: 1, job_lines: 1, job_progress: 1 };
  expect(await purgeTraces(ctx)).toEqual(one);
  expect(await purgeTraces(ctx)).toEqual(none);
  expect(await world.services.db.select().from(jobLines)).toMatchObject([{ jobId: kept }]);
});

test("a purge that is told to stop stops", async () => {
  const ctx = createSystemContext(world.services, PURGE_TRACES.name);
  await expect(purgeTraces(ctx, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});
