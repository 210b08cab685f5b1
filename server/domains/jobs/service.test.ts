import { desc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Context } from "#server/platform/context.ts";
import { defineJob, type JobDefinition, NoPayload } from "#server/platform/queue/catalog.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { explainStatements } from "#server/testing/plans.ts";
import { PURGE_TRACES } from "./catalog.ts";
import { listQueues } from "./queries.ts";
import { createQueueService } from "./service.ts";

const FRAGILE = defineJob({
  name: "test.fragile",
  description: "Has a dead letter queue",
  payload: NoPayload,
  deadLetter: "test.dead",
}) as JobDefinition;
const DEFINITIONS = [PURGE_TRACES, FRAGILE];
const { name } = PURGE_TRACES;
const service = createQueueService(DEFINITIONS);

let world: JobWorld;
let ctx: Context;

beforeAll(async () => {
  world = await createJobWorld(
    DEFINITIONS.map((definition) => ({ definition, run: async () => undefined })),
  );
  ctx = world.as(await world.createUser({ name: "Ada Lovelace", roles: ["admin"] }));
});
afterAll(() => world.close());

const readQueue = async () => (await listQueues(ctx, DEFINITIONS)).queues[0];
const newestEntry = async () =>
  (await world.services.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1))[0];

test("a pause says who, when and why, is in the log, and ends", async () => {
  await service.pause(ctx, { name, reason: "The database moves" });
  expect(await readQueue()).toMatchObject({
    pausedByName: "Ada Lovelace",
    pauseReason: "The database moves",
    pausedAt: expect.any(Date),
  });
  expect(await newestEntry()).toMatchObject({
    action: "queue.paused",
    subjectType: "queue",
    subjectId: name,
    actorName: "Ada Lovelace",
    changes: { pauseReason: { before: null, after: "The database moves" } },
  });
  await service.resume(ctx, { name });
  expect(await readQueue()).toMatchObject({ pausedAt: null, pauseReason: null });
  expect(await newestEntry()).toMatchObject({ action: "queue.resumed" });
  const entry = await newestEntry();
  await service.resume(ctx, { name });
  expect(await newestEntry()).toEqual(entry);
});

test("of ten who pause at once, each is in the log, and the last one stands", async () => {
  const before = await world.services.db.$count(auditEntries);
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => service.pause(ctx, { name, reason: `${index}` })),
  );
  expect((await world.services.db.$count(auditEntries)) - before).toBe(10);
  const last = (await newestEntry())?.changes as Record<string, { after: unknown }>;
  expect((await readQueue())?.pauseReason).toBe(last.pauseReason?.after);
  await service.resume(ctx, { name });
});

test("the concurrency is set, and follows the definition again", async () => {
  await service.setConcurrency(ctx, { name, concurrency: 7 });
  expect(await readQueue()).toMatchObject({ concurrency: 7, definedConcurrency: 5 });
  await service.setConcurrency(ctx, { name });
  expect(await readQueue()).toMatchObject({ concurrency: null });
});

test("a queue that no job has is refused, and nothing is made", async () => {
  await expect(service.pause(ctx, { name: "nothing" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const rows = await world.services.db.execute(
    sql`select 1 from job_queues where name = 'nothing'`,
  );
  expect(rows).toHaveLength(0);
});

test("what has failed for good is counted, put back with an entry in the log, and then is no more", async () => {
  const { db } = world.services;
  await db.execute(sql`
    insert into pgboss.job (name, data, source_name, source_id)
    select 'test.dead', '{"payload":{},"cause":null}', ${FRAGILE.name}, gen_random_uuid()
    from generate_series(1, 3)`);
  const readFragile = async () =>
    (await listQueues(ctx, DEFINITIONS)).queues.find((queue) => queue.name === FRAGILE.name);
  expect(await readFragile()).toMatchObject({ dead: 3, waiting: 0 });
  expect(await service.redrive(ctx, { name: FRAGILE.name })).toBe(3);
  expect(await readFragile()).toMatchObject({ dead: 0, waiting: 3 });
  expect(await newestEntry()).toMatchObject({
    action: "queue.redriven",
    subjectId: FRAGILE.name,
    actorName: "Ada Lovelace",
    changes: { moved: { after: 3 } },
  });
  const entry = await newestEntry();
  expect(await service.redrive(ctx, { name: FRAGILE.name })).toBe(0);
  expect(await newestEntry()).toEqual(entry);
  await expect(service.redrive(ctx, { name: "nothing" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await db.execute(sql`delete from pgboss.job where name = ${FRAGILE.name}`);
});

test("jobs are counted by state, and workers while they are heard of", async () => {
  await world.enqueue(name, {});
  await world.enqueue(name, {}, { startAfter: new Date(Date.now() + 3_600_000) });
  const [done, failed] = [await world.enqueue(name, {}), await world.enqueue(name, {})];
  const set = (id: string, state: string) =>
    world.services.db.execute(
      sql`update pgboss.job set state = ${state}::pgboss.job_state, completed_on = now() where id = ${id}`,
    );
  await set(done, "completed");
  await set(failed, "failed");
  const row = { host: "here", pid: 1, version: "1", startedAt: ctx.now() };
  const seen = (agoMs: number) => new Date(ctx.now().getTime() - agoMs);
  await world.services.db.insert(workerHeartbeats).values([
    { ...row, id: world.services.newId(), seenAt: seen(1_000), queues: ["another"] },
    { ...row, id: world.services.newId(), seenAt: seen(60_000), queues: [name] },
  ]);
  const { queues, workers } = await listQueues(ctx, DEFINITIONS);
  expect(workers).toBe(1);
  expect(queues).toMatchObject([
    { waiting: 1, delayed: 1, active: 0, completed: 1, failed: 1, waitingSince: expect.any(Date) },
    { name: FRAGILE.name, waiting: 0 },
  ]);
  // Work, and nobody who would do it.
  expect(queues[0]).toMatchObject({ workers: 0 });
  await world.services.db
    .insert(workerHeartbeats)
    .values({ ...row, id: world.services.newId(), seenAt: seen(2_000), queues: [name] });
  expect(await readQueue()).toMatchObject({ workers: 1 });
});

test("of 100,000 jobs that are over none is read to count what waits", async () => {
  const { db } = world.services;
  await db.execute(sql`
    insert into pgboss.job (name, data, state, created_on, started_on, completed_on)
    select ${name}, '{}', 'completed', at, at, at from generate_series(1, 100000) as n,
      lateral (select now() - interval '3 days' - make_interval(secs => n) as at) as times`);
  await db.execute(sql`analyze pgboss.job`);
  const statements = await explainStatements(world.services, () => listQueues(ctx, DEFINITIONS));
  const counting = statements.find(({ query }) =>
    query.includes("pgboss.queue cross join lateral"),
  );
  const jobs = counting?.nodes.filter((node) => node["Relation Name"]?.startsWith("job")) ?? [];
  expect(jobs).toHaveLength(2);
  for (const node of jobs) {
    const passedOver = node["Rows Removed by Filter"] ?? 0;
    expect((node["Actual Rows"] + passedOver) * node["Actual Loops"]).toBeLessThan(100);
  }
});
