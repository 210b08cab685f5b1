import { setTimeout as sleep } from "node:timers/promises";
import { asc, count, max } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditChain, auditEntries, auditPending } from "#db/schema/audit.ts";
import { type AuditWorld, createAuditWorld, writeEntries } from "#server/testing/audit-log.ts";
import { extendChain } from "./extend.ts";
import { secureLog } from "./keeper.ts";
import { verifyLog } from "./verify.ts";

const WRITERS = 20;
const ENTRIES = 500;
let world: AuditWorld;

beforeAll(async () => {
  world = await createAuditWorld();
});
afterAll(() => world.close());

test("20 writers of 500 entries each and four chainers at once: one chain without gap or fork", async () => {
  let isOver = false;
  const chainers = Array.from({ length: 4 }, async () => {
    while (!isOver) await secureLog(world.ctx);
  });
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (let left = ENTRIES; left > 0; left -= 5) await writeEntries(world.ctx, 5);
    }),
  );
  isOver = true;
  await Promise.all(chainers);
  await secureLog(world.ctx);
  const [chain] = await world.services.db
    .select({ links: count(), head: max(auditChain.seq) })
    .from(auditChain);
  expect(chain).toEqual({ links: WRITERS * ENTRIES, head: WRITERS * ENTRIES });
  const verdict = await verifyLog(world.ctx);
  expect(verdict.problems).toEqual([]);
  expect(verdict).toMatchObject({ isIntact: true, entryCount: WRITERS * ENTRIES, pendingCount: 0 });
});

test("an entry that commits late is joined after those that were faster, and none waits for it", async () => {
  const { db } = world.services;
  const [slow] = await Promise.all([
    db.transaction(async (tx) => {
      const ctx = { ...world.ctx, db: tx as never };
      await writeEntries(ctx, 1);
      await sleep(300);
    }),
    sleep(100).then(async () => {
      await writeEntries(world.ctx, 1);
      expect(await extendChain(world.ctx)).toBe(1);
    }),
  ]);
  expect(slow).toBeUndefined();
  expect(await extendChain(world.ctx)).toBe(1);
  expect((await verifyLog(world.ctx)).problems).toEqual([]);
});

test("a chainer killed before its commit leaves what it took for the next one", async () => {
  await writeEntries(world.ctx, 10);
  const before = await world.services.db.$count(auditChain);
  const killed = extendChain({
    ...world.ctx,
    db: new Proxy(world.ctx.db, {
      get: (db, key) => (key === "transaction" ? killedTransaction : Reflect.get(db, key)),
    }),
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await world.services.db.$count(auditChain)).toBe(before);
  expect(await world.services.db.$count(auditPending)).toBe(10);
  expect(await extendChain(world.ctx)).toBe(10);
  expect((await verifyLog(world.ctx)).problems).toEqual([]);
});

/** Dies after its last statement, before the commit. */
function killedTransaction(work: (tx: never) => Promise<unknown>) {
  return world.services.db.transaction(async (tx) => {
    await work(tx as never);
    throw new Error("killed");
  });
}

test("entries are joined in the order of their ids within a batch", async () => {
  await writeEntries(world.ctx, 50);
  await extendChain(world.ctx);
  const links = await world.services.db
    .select({ id: auditChain.entryId })
    .from(auditChain)
    .orderBy(asc(auditChain.seq));
  const newest = links.slice(-50).map(({ id }) => id);
  expect(newest).toEqual(newest.toSorted());
  expect(await world.services.db.$count(auditEntries)).toBe(links.length);
});
