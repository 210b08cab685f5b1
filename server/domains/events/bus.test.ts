import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Drizzle } from "#db/client.ts";
import { record } from "#server/domains/audit/service.ts";
import { checkLive } from "#server/domains/health/live-check.ts";
import { createEventBus, type EventBus } from "#server/platform/events/bus.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { createLink } from "#server/testing/link.ts";
import { createEventSource } from "./publish.ts";

const LONG_MS = 60_000;
const SOON = { timeout: 10_000 };

let world: TestWorld;
let link: ReturnType<typeof createLink>;
let bus: EventBus;

beforeEach(async () => {
  world = await createTestWorld();
  link = createLink(world);
});
afterEach(async () => {
  await bus.stop();
  await link.close();
  await world.close();
});

/** Another process, over connections of its own. */
async function startProcess(
  times: { pollMs?: number; deadlineMs?: number },
  db: Drizzle = link.db,
): Promise<void> {
  const { queue, log } = world.services;
  const source = createEventSource({ db, queue, topics: [] });
  bus = createEventBus({ source, listener: link.listener, log, ...times });
  await bus.start();
}

async function happen(id = world.services.newId()): Promise<void> {
  const ctx = world.anonymous();
  await inTransaction(ctx, (tx) =>
    record(tx, ctx, { action: "settings.updated", subject: { type: "settings", id } }),
  );
}

test("what one process commits wakes another by a notification, long before it would look", async () => {
  await startProcess({ pollMs: LONG_MS });
  await world.services.events.start();
  const { signal } = new AbortController();
  const woken = bus.waitBeyond(0, { signal, timeoutMs: LONG_MS });
  await happen();
  await woken;
  expect(bus.head()).toBe(1);
  expect(bus.describe()).toEqual({ received: 1, bridged: 0, isListening: true });
});

test("while no notification arrives the poll finds what happens and the health page says so, until they arrive again", async () => {
  const live = () => checkLive({ ...world.services, events: bus });
  await startProcess({ pollMs: 200 }, world.services.db);
  await world.services.events.start();
  await expect.poll(() => bus.describe().isListening, SOON).toBe(true);
  expect((await live()).detail).toBe("What happens is told as it happens.");

  link.cut();
  await happen();
  await expect.poll(() => bus.describe(), SOON).toMatchObject({ bridged: 1, isListening: false });
  expect((await live()).detail).toMatch(/^No notifications arrive/);

  link.mend();
  await expect.poll(() => bus.describe().isListening, SOON).toBe(true);
  await happen();
  await expect.poll(() => bus.head(), SOON).toBe(2);
  expect((await live()).detail).toBe("What happens is told as it happens.");
});

test("a process whose notifications stop arriving without a sign listens anew", async () => {
  const reconnect = vi.spyOn(link.listener, "reconnect");
  await startProcess({ pollMs: 200 }, world.services.db);
  await world.services.events.start();
  await expect.poll(() => bus.describe().isListening, SOON).toBe(true);
  link.freeze();
  await happen();
  await expect.poll(() => reconnect.mock.calls.length, SOON).toBe(1);
  await expect.poll(() => bus.describe().isListening, SOON).toBe(true);
  await happen();
  await expect.poll(() => bus.describe().received, SOON).toBe(2);
  expect(bus.describe().bridged).toBe(1);
});

test("a connection that is dead without a sign holds up one read, and not all that follow", async () => {
  await startProcess({ pollMs: 100, deadlineMs: 500 });
  await world.services.events.start();
  link.freeze();
  await happen();
  await expect.poll(() => bus.head(), SOON).toBe(1);
});

test("a process publishes what was left behind although its first attempt is never answered", async () => {
  await startProcess({ pollMs: LONG_MS, deadlineMs: 500 });
  link.freeze();
  await happen();
  bus.kick();
  await expect
    .poll(() => {
      bus.kick();
      return bus.head();
    }, SOON)
    .toBe(1);
});

test("in a database that was put back, a process goes on from its new end", async () => {
  await startProcess({ pollMs: 100 });
  for (let n = 0; n < 3; n++) await happen();
  await expect.poll(() => bus.head(), SOON).toBe(3);
  expect(bus.timeline()).toBe(0);
  await world.services.db.execute(sql`delete from events where position > 1`);
  await world.services.db.execute(sql`alter table events alter column position restart with 2`);
  await expect.poll(() => bus.head(), SOON).toBe(1);
  expect(bus.timeline()).toBe(1);
  await happen("after");
  await expect.poll(() => bus.head(), SOON).toBe(2);
  expect(await bus.readAfter(1)).toMatchObject([{ position: 2, subjectId: "after" }]);
});
