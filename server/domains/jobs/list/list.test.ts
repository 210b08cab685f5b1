import { desc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditEntries } from "#db/schema/audit.ts";
import type { Context } from "#server/platform/context.ts";
import { defineJob } from "#server/platform/queue/catalog.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { listJobs } from "./list-jobs.ts";
import { getJob } from "./queries.ts";
import { rerunJob } from "./rerun.ts";
import { type JobFilter, ListJobsInput } from "./schema.ts";
import { cancelJob, deleteJob, retryJob, STEERING, steerAllowed } from "./service.ts";

const GREET = defineJob({
  name: "test.greet",
  description: "Greets somebody",
  payload: z.strictObject({
    userId: z.number().optional(),
    name: z.string().optional(),
    items: z.array(z.object({ sku: z.string() })).optional(),
    mode: z.enum(["fail", "wait"]).optional(),
  }),
  retryLimit: 0,
});

let world: JobWorld;
let ctx: Context;
let mayPass = false;

beforeAll(async () => {
  world = await createJobWorld([
    {
      definition: GREET,
      async run(_ctx, run) {
        const { mode } = run.payload as { mode?: string };
        await run.log("Began");
        await run.progress(1, 4, "a quarter");
        if (mode === "fail" && !mayPass) throw new TypeError("No such name");
        if (mode === "wait")
          await new Promise((_resolve, reject) => {
            run.signal.addEventListener("abort", () => reject(run.signal.reason as Error));
          });
        return { greeted: true };
      },
    },
  ]);
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
});
afterAll(() => world.close());

const enqueue = (payload: object, options = {}) => world.enqueue(GREET.name, payload, options);
const list = (filter?: JobFilter, more = {}) =>
  listJobs(world.services, ListJobsInput.parse({ filter, ...more }));
const idsOf = async (filter: JobFilter) => (await list(filter)).items.map(({ id }) => id);
const has = (value: string): JobFilter => ({ field: "data", operator: "has", value });
const reaches = (jobId: string, state: string) =>
  expect.poll(async () => (await world.stateOf(jobId))?.state, { timeout: 15_000 }).toBe(state);

test("jobs are found by any path of their payload, numbers and texts alike, and within arrays", async () => {
  const [one, two] = [await enqueue({ userId: 42 }), await enqueue({ name: "42" })];
  const three = await enqueue({ items: [{ sku: "a-1" }, { sku: "x-2" }] });
  expect(await idsOf(has("payload.userId = 42"))).toEqual([one]);
  expect(await idsOf(has('payload.userId = "42"'))).toEqual([]);
  expect(await idsOf(has("payload.name = 42"))).toEqual([two]);
  expect(await idsOf(has("payload.items.sku = x-2"))).toEqual([three]);
  expect(await idsOf(has('payload.items.sku = " || true'))).toEqual([]);
  expect(
    await idsOf({
      all: [has("payload.userId = 42"), { field: "state", operator: "isAnyOf", value: ["failed"] }],
    }),
  ).toEqual([]);
  expect((await list(undefined, { search: "x-2" })).items.map(({ id }) => id)).toEqual([three]);
  expect(ListJobsInput.safeParse({ filter: has("no test") }).success).toBe(false);
});

test("pages of jobs made in one millisecond are whole", async () => {
  const made = await world.services.db.transaction(async (tx) => {
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      const id = await world.services.queue.enqueue(tx, ctx, {
        definition: GREET,
        payload: { name: "many" },
      });
      ids.push(id ?? "");
    }
    return ids;
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(has("payload.name = many"), { limit: 10, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.toSorted()).toEqual(made.toSorted());
});

test("a failed job shows its error, is tried again, and is done", async () => {
  const worker = await world.startWorker();
  try {
    const jobId = await enqueue({ mode: "fail" });
    await reaches(jobId, "failed");
    expect(await getJob(ctx, jobId, [GREET])).toMatchObject({
      state: "failed",
      attempts: 1,
      description: "Greets somebody",
      payload: { mode: "fail" },
      payloadProblems: [],
      timeline: [
        {
          attempt: 0,
          outcome: "failed",
          error: { name: "TypeError", message: "No such name" },
          worker: expect.any(String),
        },
      ],
      lines: [{ attempt: 0, line: "Began" }],
      progress: { done: 1, total: 4, note: "a quarter" },
    });
    mayPass = true;
    await retryJob(ctx, { jobId });
    await reaches(jobId, "completed");
    expect(await getJob(ctx, jobId, [GREET])).toMatchObject({
      attempts: 2,
      output: { greeted: true },
      timeline: [
        { attempt: 0, outcome: "failed" },
        { attempt: 1, outcome: "completed", error: null, seconds: expect.any(Number) },
      ],
    });
    await expect(retryJob(ctx, { jobId })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(cancelJob(ctx, { jobId })).rejects.toMatchObject({ code: "CONFLICT" });
  } finally {
    mayPass = false;
    await worker.stop();
  }
});

test("a running job is aborted when it is cancelled, goes on when it is tried again, and is not deleted while it runs", async () => {
  const worker = await world.startWorker();
  try {
    const jobId = await enqueue({ mode: "wait" });
    await reaches(jobId, "active");
    await expect(deleteJob(ctx, { jobId })).rejects.toMatchObject({ code: "CONFLICT" });
    await cancelJob(ctx, { jobId });
    await reaches(jobId, "cancelled");
    const outcomes = async () =>
      (await getJob(ctx, jobId, [GREET])).timeline.map(({ outcome, worker }) => [
        outcome,
        worker !== null,
      ]);
    await expect.poll(outcomes, { timeout: 5_000 }).toEqual([["cancelled", true]]);
    await retryJob(ctx, { jobId });
    await reaches(jobId, "active");
    expect(await outcomes()).toEqual([
      ["cancelled", true],
      ["active", false],
    ]);
    world.advance(60_000);
    const running = await getJob(ctx, jobId, [GREET]);
    expect(running.seconds).toBeGreaterThan(50);
    expect(running.timeline.at(-1)?.seconds).toBe(running.seconds);
    await cancelJob(ctx, { jobId });
    await deleteJob(ctx, { jobId });
    await expect(getJob(ctx, jobId, [GREET])).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [entry] = await world.services.db
      .select()
      .from(auditEntries)
      .orderBy(desc(auditEntries.id))
      .limit(1);
    expect(entry).toMatchObject({
      action: "job.deleted",
      subjectType: "job",
      subjectId: jobId,
      actorName: "Ada Lovelace",
    });
  } finally {
    await worker.stop();
  }
});

test("a cancelled job whose key another has taken is refused, and passed over among many", async () => {
  const key = { singletonKey: "k", singletonSeconds: 3_600 };
  const replaced = await enqueue({ name: "first" }, key);
  const other = await enqueue({ name: "second" });
  for (const jobId of [replaced, other]) await cancelJob(ctx, { jobId });
  await enqueue({ name: "third" }, key);
  await expect(retryJob(ctx, { jobId: replaced })).rejects.toMatchObject({ code: "CONFLICT" });
  const steered = await world.services.db.transaction((tx) =>
    steerAllowed(tx, ctx, { steering: STEERING.retry, ids: [replaced, other] }),
  );
  expect(steered).toBe(1);
  expect(await world.stateOf(replaced)).toMatchObject({ state: "cancelled" });
  expect(await world.stateOf(other)).toMatchObject({ state: "created" });
});

test("a job is run again with an edited payload, names the first as its parent, and refuses a payload by its fields", async () => {
  const jobId = await enqueue({ name: "Grace" });
  const refused = rerunJob(ctx, { jobId, payload: { userId: "x", mode: "run" } }, [GREET]);
  await expect(refused).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "payload.userId" }, { path: "payload.mode" }],
  });
  const unstorable = rerunJob(ctx, { jobId, payload: { name: "a\0b" } }, [GREET]);
  await expect(unstorable).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "payload" }],
  });
  const again = await rerunJob(ctx, { jobId, payload: { name: "Edsger" } }, [GREET]);
  expect(await getJob(ctx, again, [GREET])).toMatchObject({
    state: "created",
    payload: { name: "Edsger" },
    cause: { jobId, actorName: "Ada Lovelace" },
    payloadSchema: { type: "object", properties: { userId: { type: "number" } } },
  });
  expect(await getJob(ctx, jobId, [GREET])).toMatchObject({ payload: { name: "Grace" } });
  await expect(rerunJob(ctx, { jobId, payload: {} }, [])).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a payload that no longer parses says where", async () => {
  const jobId = await enqueue({ name: "old" }, { startAfter: new Date(Date.now() + 3_600_000) });
  await world.services.db.execute(
    sql`update pgboss.job set data = jsonb_set(data, '{payload,userId}', '"x"') where id = ${jobId}`,
  );
  const { payloadProblems } = await getJob(ctx, jobId, [GREET]);
  expect(payloadProblems).toHaveLength(1);
  expect(payloadProblems[0]).toMatch(/^userId: /);
  expect((await getJob(ctx, jobId, [])).description).toBeNull();
});
