import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { record } from "#server/domains/audit/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { withOutsider } from "#server/testing/audit-log.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { followEvents } from "./follow.ts";
import { purgeEvents } from "./jobs.ts";
import { readLatest } from "./latest.ts";
import {
  type DomainEvent,
  LatestEvents,
  type LatestInput,
  MISSED,
  type SubscribeInput,
} from "./schema.ts";

type Listener = Context & { actor: UserActor };

let world: TestWorld;
let writer: Context;

beforeEach(async () => {
  world = await createTestWorld();
  writer = world.anonymous();
  await world.services.events.start();
});
afterEach(() => world.close());

const as = async (role: "owner" | "admin" | "viewer"): Promise<Listener> =>
  world.as(await world.createUser({ roles: [role] }));

async function happen(
  action: "user.updated" | "settings.updated" | "role.updated" | "session.created",
  subject: { type: "user" | "settings" | "role"; id: string },
): Promise<void> {
  await inTransaction(writer, (tx) => record(tx, writer, { action, subject, after: { x: 1 } }));
}

/** Follows until so many events came, or the stream ends. */
async function collect(ctx: Listener, count: number, input: SubscribeInput = {}) {
  const ending = new AbortController();
  const { tellings } = await followEvents(ctx, input, ending.signal);
  const seen: { id: string; told: string }[] = [];
  const done = (async () => {
    for await (const { id, told } of tellings) {
      const word = told === MISSED ? MISSED : (told as DomainEvent).subjectId;
      seen.push({ id, told: word });
      if (seen.length === count) break;
    }
    return seen;
  })();
  return { seen, done, end: () => ending.abort() };
}

test("what happens is told in order, and who comes back with the last id misses and repeats nothing", async () => {
  const ctx = await as("owner");
  const first = await collect(ctx, 2);
  for (const id of ["a", "b", "c", "d"]) await happen("settings.updated", { type: "settings", id });
  const seen = await first.done;
  expect(seen.map(({ told }) => told)).toEqual(["a", "b"]);
  const second = await collect(ctx, 2, { lastEventId: seen[1]?.id });
  expect((await second.done).map(({ told }) => told)).toEqual(["c", "d"]);
});

test("nobody learns of what they could not read", async () => {
  const [owner, viewer, person] = [await as("owner"), await as("viewer"), await as("viewer")];
  const seenByViewer = await collect(viewer, 1);
  const seenByOwner = await collect(owner, 3);
  await happen("settings.updated", { type: "settings", id: "general" });
  await happen("session.created", { type: "user", id: person.actor.userId });
  await happen("user.updated", { type: "user", id: person.actor.userId });
  expect((await seenByOwner.done).map(({ told }) => told)).toEqual([
    "general",
    person.actor.userId,
    person.actor.userId,
  ]);
  // The viewer sees users, but neither settings nor who signs in.
  const [only] = await seenByViewer.done;
  expect(only?.told).toBe(person.actor.userId);
  const all = (await seenByOwner.done).map(({ id }) => id);
  expect(only?.id).toBe(all[2]);
});

test("a stream ends when the rights of its receiver may have changed", async () => {
  const ctx = await as("admin");
  const own = await collect(ctx, 100);
  await happen("user.updated", { type: "user", id: ctx.actor.userId });
  expect(await own.done).toHaveLength(1);
  const another = await collect(ctx, 100);
  await happen("role.updated", { type: "role", id: "support" });
  await another.done;
  expect(world.services.events.streams.describe().open).toBe(0);
});

test("a stream ends when somebody empties a table by hand: it may have been the one of sessions", async () => {
  const ctx = await as("viewer");
  const { done } = await collect(ctx, 100);
  await withOutsider(world, (psql) => psql`truncate sessions`);
  const at = performance.now();
  expect(await done).toEqual([]);
  expect(performance.now() - at).toBeLessThan(4_000);
});

test("a stream that lags behind does not go on for long after a change of rights", async () => {
  const ctx = await as("owner");
  const stream = await followEvents(ctx, {});
  const tellings = stream.tellings[Symbol.asyncIterator]();
  for (let n = 0; n < 3; n++) await happen("settings.updated", { type: "settings", id: `${n}` });
  expect((await tellings.next()).done).toBe(false);
  await happen("user.updated", { type: "user", id: ctx.actor.userId });
  await vi.waitFor(() => expect(world.services.events.head()).toBe(4));
  expect((await tellings.next()).done).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await tellings.next()).done).toBe(true);
});

test("streams end when the database was put back, and an id of the future before it is refused", async () => {
  const ctx = await as("owner");
  for (const id of ["a", "b", "c"]) await happen("settings.updated", { type: "settings", id });
  await (await collect(ctx, 3, { lastEventId: "0" })).done;
  const { done } = await collect(ctx, 100);
  await world.services.db.execute(sql`delete from events where position > 1`);
  await done;
  expect(world.services.events.head()).toBe(1);
  await expect(followEvents(ctx, { lastEventId: "3" })).rejects.toMatchObject({
    code: "VALIDATION",
  });
});

test("a stream knows how far it has come beyond what it has told", async () => {
  const ctx = await as("viewer");
  await happen("settings.updated", { type: "settings", id: "a" });
  await vi.waitFor(() => expect(world.services.events.head()).toBe(1));
  const ending = new AbortController();
  const { tellings, standsAt, opening } = await followEvents(ctx, {}, ending.signal);
  expect([standsAt(), opening]).toEqual(["1", { id: "1", told: MISSED }]);
  const next = tellings[Symbol.asyncIterator]().next();
  for (const id of ["b", "c"]) await happen("settings.updated", { type: "settings", id });
  await vi.waitFor(() => expect(standsAt()).toBe("3"));
  const person = await as("viewer");
  await happen("user.updated", { type: "user", id: person.actor.userId });
  expect((await next).value).toMatchObject({ id: "4" });
  expect(standsAt()).toBe("3");
  ending.abort();
});

test("who comes back after a change of rights, with rights read since, is not sent away again", async () => {
  const ctx = await as("owner");
  await happen("settings.updated", { type: "settings", id: "a" });
  await happen("role.updated", { type: "role", id: "support" });
  await vi.waitFor(() => expect(world.services.events.head()).toBe(2));
  const names: SubscribeInput["names"] = ["settings.updated"];
  const { done } = await collect(ctx, 1, { lastEventId: "1", names });
  await happen("settings.updated", { type: "settings", id: "b" });
  expect((await done).map(({ told }) => told)).toEqual(["b"]);
});

test("a change of rights that came while they were being read ends the stream, and is told once", async () => {
  const ctx = await as("owner");
  ctx.rightsAsOf = world.services.events.head();
  await happen("role.updated", { type: "role", id: "support" });
  await vi.waitFor(() => expect(world.services.events.head()).toBe(1));
  const { done } = await collect(ctx, 100);
  expect(await done).toEqual([]);
});

test("an id that another process told is good before this one has heard of it", async () => {
  const ctx = await as("owner");
  await world.services.events.stop();
  await world.services.db.execute(sql`
    insert into events (entry_id, name, subject_type, subject_id, at)
    values (${world.services.newId()}, 'settings.updated', 'settings', 'general', now())`);
  expect(world.services.events.head()).toBe(0);
  await expect(followEvents(ctx, { lastEventId: "1" }, undefined)).resolves.toBeDefined();
  await expect(followEvents(ctx, { lastEventId: "2" }, undefined)).rejects.toMatchObject({
    code: "VALIDATION",
  });
});

test("only the names that were asked for are told", async () => {
  const ctx = await as("owner");
  const { done } = await collect(ctx, 1, { names: ["user.updated"] });
  const person = await as("viewer");
  await happen("settings.updated", { type: "settings", id: "general" });
  await happen("user.updated", { type: "user", id: person.actor.userId });
  expect((await done)[0]?.told).toBe(person.actor.userId);
});

test("an id of the future is refused; after one that is no longer kept, the receiver is told so", async () => {
  const ctx = await as("owner");
  await expect(followEvents(ctx, { lastEventId: "1" }, undefined)).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "lastEventId" }],
  });
  for (const id of ["a", "b"]) await happen("settings.updated", { type: "settings", id });
  await (await collect(ctx, 2, { lastEventId: "0" })).done;
  world.advance(8 * 86_400_000);
  await happen("settings.updated", { type: "settings", id: "new" });
  await (await collect(ctx, 1, { lastEventId: "2" })).done;
  expect(await purgeEvents(ctx)).toEqual({ purged: 2 });
  const { done } = await collect(ctx, 1, { lastEventId: "0" });
  expect((await done)[0]?.told).toBe(MISSED);
});

test("a long poll waits for the first event, and says when there was none", async () => {
  const ctx = await as("owner");
  const nothing = await readLatest(ctx, { lastEventId: "0", waitSeconds: 0.2 });
  expect(nothing).toEqual({ events: [], lastEventId: "0", hasMissed: false });
  const waiting = readLatest(ctx, { lastEventId: "0", waitSeconds: 10 });
  await happen("settings.updated", { type: "settings", id: "general" });
  expect(await waiting).toMatchObject({
    events: [{ id: "1", name: "settings.updated", subjectId: "general" }],
    lastEventId: "1",
  });
});

test("a long poll ends when the rights of its receiver may have changed, whatever it asks for", async () => {
  const ctx = await as("owner");
  const input: LatestInput = { lastEventId: "0", waitSeconds: 19, names: ["settings.updated"] };
  const waiting = readLatest(ctx, input);
  await happen("user.updated", { type: "user", id: ctx.actor.userId });
  const at = performance.now();
  expect(await waiting).toEqual({ events: [], lastEventId: "1", hasMissed: false });
  expect(performance.now() - at).toBeLessThan(4_000);
});

test("a long poll ends before its procedure would be given up, and when its caller leaves", async () => {
  const ctx = await as("owner");
  ctx.config = { ...ctx.config, procedureTimeoutSeconds: 1.2 };
  const nothing = { events: [], lastEventId: "0", hasMissed: false };
  const at = performance.now();
  expect(await readLatest(ctx, { lastEventId: "0", waitSeconds: 20 })).toEqual(nothing);
  ctx.config = { ...ctx.config, procedureTimeoutSeconds: 60 };
  const leaving = new AbortController();
  const waiting = readLatest(ctx, { lastEventId: "0", waitSeconds: 20 }, leaving.signal);
  leaving.abort();
  expect(await waiting).toEqual(nothing);
  expect(performance.now() - at).toBeLessThan(10_000);
});

test("an event with a name that only a newer process knows is told", async () => {
  const ctx = await as("owner");
  await world.services.db.execute(sql`
    insert into events (entry_id, name, subject_type, subject_id, at)
    values (${world.services.newId()}, 'settings.polished', 'settings', 'general', now())`);
  const latest = await readLatest(ctx, { lastEventId: "0", waitSeconds: 10 });
  expect(LatestEvents.parse(latest).events).toMatchObject([{ name: "settings.polished" }]);
});

test("of streams that begin at once no more than twenty do, read or not", async () => {
  const ctx = await as("owner");
  const leaving = new AbortController();
  const begun = await Promise.allSettled(
    Array.from({ length: 30 }, () => followEvents(ctx, {}, leaving.signal)),
  );
  expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  leaving.abort();
  expect(world.services.events.streams.describe().open).toBe(0);
});

test("a user has no more than twenty streams at once", async () => {
  const ctx = await as("owner");
  const open = await Promise.all(Array.from({ length: 20 }, () => collect(ctx, 1)));
  await expect(followEvents(ctx, {}, undefined)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await happen("settings.updated", { type: "settings", id: "general" });
  await Promise.all(open.map(({ done }) => done));
  expect(world.services.events.streams.describe()).toEqual({ open: 0, told: 20 });
  await (await collect(ctx, 1, { lastEventId: "0" })).done;
});
