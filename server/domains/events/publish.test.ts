import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { events } from "#db/schema/events.ts";
import { record } from "#server/domains/audit/service.ts";
import { createEventBus } from "#server/platform/events/bus.ts";
import type { Happening } from "#server/platform/events/event.ts";
import { defineJob } from "#server/platform/queue/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { withOutsider } from "#server/testing/audit-log.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { HappeningPayload } from "./catalog.ts";
import { createEventSource } from "./publish.ts";

const follower = (name: string) =>
  defineJob<Happening>({
    name,
    description: "Follows",
    payload: HappeningPayload,
    concurrency: 50,
  });
const FOLLOWERS = [follower("follow.one"), follower("follow.two")];
const topics = FOLLOWERS.map((job) => ({ event: "user.updated" as const, job }));

const WRITERS = 16;
/** Of which nine in ten are kept: more than 10,000 in all. */
const WRITES_EACH = 700;
const RECEIVERS = 3;

let world: JobWorld;
const done = new Map<string, string[]>(FOLLOWERS.map(({ name }) => [name, []]));

beforeAll(async () => {
  const run = async (_: unknown, { queue, payload }: { queue: string; payload: Happening }) => {
    done.get(queue)?.push(payload.subjectId);
    await assertCommitted([payload.entryId]);
  };
  world = await createJobWorld(
    FOLLOWERS.map((definition) => ({ definition, run: run as never })),
    {},
    { topics, poolSize: WRITERS + 8 },
  );
});
afterAll(() => world.close());

async function assertCommitted(ids: readonly string[]): Promise<void> {
  const [row] = await world.services.raw`
    select count(*)::int as count from audit_entries where id = any(${[...ids]}::uuid[])`;
  expect(row?.count).toBe(new Set(ids).size);
}

async function assertLogged(subjectIds: readonly string[]): Promise<void> {
  const [row] = await world.services.raw`
    select count(distinct subject_id)::int as count from audit_entries
    where subject_id = any(${[...subjectIds]})`;
  expect(row?.count).toBe(new Set(subjectIds).size);
}

/** Another process, by its own bus. */
async function startReceiver() {
  const { db, queue, log } = world.services;
  const source = createEventSource({ db, queue, topics });
  const bus = createEventBus({ source, listener: world.database.listener, log });
  await bus.start();
  const seen: string[] = [];
  const ending = new AbortController();
  const following = (async () => {
    for (let position = 0; !ending.signal.aborted; ) {
      const batch = await bus.readAfter(position);
      for (const event of batch) {
        expect(event.position).toBeGreaterThan(position);
        position = event.position;
      }
      await assertLogged(batch.map(({ subjectId }) => subjectId));
      seen.push(...batch.map(({ subjectId }) => subjectId));
      if (batch.length === 0)
        await bus.waitBeyond(position, { signal: ending.signal, timeoutMs: 2_000 });
    }
  })();
  const stop = async () => {
    ending.abort();
    await following;
    await bus.stop();
  };
  return { seen, stop };
}

/** Transactions of any length, some of which are rolled back. */
async function write(writer: number, committed: string[]): Promise<void> {
  const ctx = world.anonymous();
  for (let n = 0; n < WRITES_EACH; n++) {
    const id = `${writer}-${n}`;
    const isKept = n % 10 !== 3;
    await inTransaction(ctx, async (tx) => {
      await record(tx, ctx, { action: "user.updated", subject: { type: "system", id } });
      if (n % 7 === writer % 7) await tx.execute(sql`select pg_sleep(0.02)`);
      if (!isKept) throw new Error("rolled back");
    }).catch((error: Error) => expect(error.message).toBe("rolled back"));
    if (isKept) committed.push(id);
  }
}

test("of 16 writers every receiver and every derived job gets each event once, in one order, none before its commit", async () => {
  const receivers = await Promise.all(Array.from({ length: RECEIVERS }, startReceiver));
  await world.services.events.start();
  const worker = await world.startWorker();
  const committed: string[] = [];
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer, committed)));
  const expected = committed.toSorted();
  expect(expected.length).toBeGreaterThanOrEqual(10_000);
  for (const { seen } of receivers) {
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBe(expected.length);
    expect(seen.toSorted()).toEqual(expected);
    expect(seen).toEqual(receivers[0]?.seen);
  }
  for (const jobs of done.values()) {
    await expect.poll(() => jobs.length, { timeout: 120_000 }).toBe(expected.length);
    expect(jobs.toSorted()).toEqual(expected);
  }
  await worker.stop();
  for (const { stop } of receivers) await stop();
  const { db } = world.services;
  expect(await db.$count(events)).toBe(await db.$count(auditEntries));
}, 240_000);

test("a change by hand, and one by a process that was killed after its commit, are found by the poll", async () => {
  const { seen, stop } = await startReceiver();
  const user = await world.createUser();
  await withOutsider(
    world,
    (psql) => psql`update users set name = 'By hand' where id = ${user.id}`,
  );
  await expect.poll(() => seen, { timeout: 5_000 }).toContain(user.id);
  await stop();
});

test("a job that follows carries the request and the actor of its event", async () => {
  const user = await world.createUser();
  const ctx = world.as(user);
  const id = ctx.newId();
  await world.services.events.start();
  await inTransaction(ctx, (tx) =>
    record(tx, ctx, { action: "user.updated", subject: { type: "system", id } }),
  );
  const causes = () => world.services.raw`
    select data -> 'cause' as cause from pgboss.job where data -> 'payload' ->> 'subjectId' = ${id}`;
  await expect.poll(causes, { timeout: 5_000 }).toHaveLength(FOLLOWERS.length);
  const actor = { kind: "user", id: user.id, name: user.name };
  for (const { cause } of await causes()) {
    expect(cause).toEqual({ requestId: ctx.request.id, actor });
  }
});
