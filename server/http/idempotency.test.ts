import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import { createRouter, permitted } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { UserActor } from "#server/platform/context.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { procedures } from "#server/testing/procedure-calls.ts";
import { someoneWaits } from "#server/testing/races.ts";

const DAY_MS = 86_400_000;
let world: TestWorld;
let server: TestServer;
let actor: UserActor | undefined;
let owner: User;
let counter = 0;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  server = await startTestServer({
    appRouter,
    createContext: async (_cookies, request) => ({ ...world.anonymous({ request }), actor }),
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});
beforeEach(() => {
  actor = world.as(owner).actor;
});

const newPerson = () => ({
  email: `person-${++counter}@example.com`,
  name: "Ada",
  roles: ["viewer"],
});

interface Options {
  key?: string;
  query?: string;
}

async function post(path: string, input: unknown, { key, query = "" }: Options = {}) {
  const answer = await server.fetch(`/api/trpc/${path}${query}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-binnacle-csrf": "1",
      ...(key !== undefined && { "idempotency-key": key }),
    },
    body: JSON.stringify({ json: input }),
  });
  const { status, headers } = answer;
  const body = await answer.text();
  return {
    status,
    body,
    replayed: headers.get("idempotency-replayed"),
    retryAfter: headers.get("retry-after"),
  };
}

const countUsers = () => world.services.db.$count(users);

test("a repeated call is answered as the first was, and done once", async () => {
  const person = newPerson();
  const first = await post("users.invite", person, { key: "once" });
  expect([first.status, first.replayed]).toEqual([200, null]);
  const again = await post("users.invite", person, { key: "once" });
  expect(again).toEqual({ ...first, replayed: "true" });
  const { db } = world.services;
  expect(await db.$count(outboxMails, eq(outboxMails.recipient, person.email))).toBe(1);
  const [entries] = await db
    .select({ count: count() })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, JSON.parse(first.body).result.data.json.id));
  expect(entries?.count).toBe(2);
});

test("50 at once with one key: one effect, and each is told of it or to wait", async () => {
  const person = await world.createUser({ status: "invited" });
  const send = () => post("users.resendInvitation", { userId: person.id }, { key: "many" });
  const answers = await Promise.all(Array.from({ length: 50 }, send));
  expect(answers.filter(({ status, replayed }) => status === 200 && !replayed)).toHaveLength(1);
  for (const { status, replayed, retryAfter } of answers) {
    if (status === 409) expect(retryAfter).toBe("1");
    else expect([status, replayed ?? "true"]).toEqual([200, "true"]);
  }
  expect(await send()).toMatchObject({ status: 200, replayed: "true" });
  const { db } = world.services;
  expect(await db.$count(outboxMails, eq(outboxMails.recipient, person.email))).toBe(1);
});

test("while the first call runs the second is told to wait", async () => {
  const person = await world.createUser();
  const input = { userId: person.id, name: "Slow", roles: ["viewer"], version: 1 };
  const slow = await world.services.db.transaction(async (tx) => {
    await tx.select().from(users).where(eq(users.id, person.id)).for("update");
    const slow = post("users.update", input, { key: "slow" });
    await someoneWaits(world);
    const second = await post("users.update", input, { key: "slow" });
    expect(second).toMatchObject({ status: 409, retryAfter: "1" });
    expect(second.body).toContain("still running");
    return { slow };
  });
  expect((await slow.slow).status).toBe(200);
  expect(await post("users.update", input, { key: "slow" })).toMatchObject({
    status: 200,
    replayed: "true",
  });
});

test("a refusal is kept, status and all; another input is 422; the order of keys is none", async () => {
  const person = await world.createUser();
  const stale = { userId: person.id, name: "Stale", roles: ["viewer"], version: 7 };
  const refused = await post("users.update", stale, { key: "stale" });
  expect(refused.status).toBe(409);
  expect(JSON.parse(refused.body).error.json.data.conflict).toMatchObject({ version: 1 });
  await world.services.db.update(users).set({ version: 7 }).where(eq(users.id, person.id));
  const turned = Object.fromEntries(Object.entries(stale).reverse());
  const again = await post("users.update", turned, { key: "stale" });
  expect([again.status, again.replayed]).toEqual([409, "true"]);
  expect(JSON.parse(again.body).error.json.data.conflict).toMatchObject({ version: 1 });
  const other = await post("users.update", { ...stale, name: "Other" }, { key: "stale" });
  expect([other.status, other.replayed]).toEqual([422, null]);
});

test("a key is the actor's and the procedure's own, and free again after a day", async () => {
  const before = await countUsers();
  const person = newPerson();
  await post("users.invite", person, { key: "own" });
  expect((await post("users.create", newPerson(), { key: "own" })).replayed).toBeNull();
  actor = world.as(await world.createUser({ roles: ["admin"] })).actor;
  expect((await post("users.invite", newPerson(), { key: "own" })).replayed).toBeNull();
  actor = world.as(owner).actor;
  world.advance(DAY_MS + 1_000);
  expect((await post("users.invite", newPerson(), { key: "own" })).status).toBe(200);
  expect(await countUsers()).toBe(before + 5);
});

test("whoever lost the permission is refused, whatever was kept", async () => {
  const person = newPerson();
  await post("users.invite", person, { key: "lost" });
  actor = { ...world.as(owner).actor, permissions: new Map() };
  expect((await post("users.invite", person, { key: "lost" })).status).toBe(403);
  actor = undefined;
  expect((await post("users.invite", person, { key: "lost" })).status).toBe(401);
});

test("our own faults are not kept, and leave nothing behind", async () => {
  const { raw, db } = world.services;
  const before = await countUsers();
  const person = newPerson();
  await raw`alter table outbox_mails rename to elsewhere`;
  const failed = await post("users.invite", person, { key: "fault" });
  await raw`alter table elsewhere rename to outbox_mails`;
  expect(failed.status).toBe(500);
  expect(await countUsers()).toBe(before);
  const again = await post("users.invite", person, { key: "fault" });
  expect([again.status, again.replayed]).toEqual([200, null]);
  expect(await db.$count(users, eq(users.email, person.email))).toBe(1);
});

test("a connection lost in the middle: done once in the end", async () => {
  const people = Array.from({ length: 10 }, newPerson);
  const all = people.map((person) => post("users.invite", person, { key: person.email }));
  await world.services.raw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await Promise.all(all);
  for (const person of people) {
    expect((await post("users.invite", person, { key: person.email })).status).toBe(200);
    expect(await world.services.db.$count(users, eq(users.email, person.email))).toBe(1);
  }
});

test.each(["", "a b", "ä", "x".repeat(256)])("the key %j is 400", async (key) => {
  const sent = key === "ä" ? "\u00e4" : key;
  expect((await post("users.create", newPerson(), { key: sent })).status).toBe(400);
});

test("the longest key is taken; a batch of two is 400, one of one is answered; reads pass it over", async () => {
  const longest = `${"~".repeat(254)}!`;
  expect((await post("users.create", newPerson(), { key: longest })).status).toBe(200);
  const two = await post("users.create,users.create", {}, { key: "two", query: "?batch=1" });
  expect(two.status).toBe(400);
  const one = await server.fetch("/api/trpc/users.create?batch=1", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-binnacle-csrf": "1",
      "idempotency-key": "one",
    },
    body: JSON.stringify({ 0: { json: newPerson() } }),
  });
  expect(one.status).toBe(200);
  const read = await server.fetch("/api/trpc/account.get", { headers: { "idempotency-key": "r" } });
  expect(read.status).toBe(200);
});

test("a procedure that sets a cookie keeps nothing and changes nothing", async () => {
  const { id } = await world.createUser({ name: "Before" });
  const docs = { description: "Renames somebody, and sets a cookie" };
  const rename = permitted("users.update", docs).mutation(async ({ ctx }) => {
    await ctx.db.update(users).set({ name: "After" }).where(eq(users.id, id));
    ctx.setCookies.push("a=1");
  });
  const other = await startTestServer({
    appRouter: createRouter({ rename }),
    createContext: async (_cookies, request) => ({ ...world.anonymous({ request }), actor }),
  });
  const headers = { "x-binnacle-csrf": "1", "content-type": "application/json" };
  const answer = await other.fetch("/api/trpc/rename", {
    method: "POST",
    headers: { ...headers, "idempotency-key": "cookie" },
  });
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([400, null]);
  expect(await answer.text()).toContain("rename takes no Idempotency-Key: it sets cookies");
  const { db } = world.services;
  expect(await db.$count(users, eq(users.name, "After"))).toBe(0);
  await other.close();
});

const mutations = Object.entries(procedures).filter(([, { _def }]) => _def.type === "mutation");
const isKeyless = ([, { _def }]: (typeof mutations)[number]) =>
  _def.meta.permission === null || _def.meta.keyless !== undefined;

test("no procedure keeps an outcome whose input holds a secret", () => {
  const secrets = mutations.filter((mutation) => {
    const { example } = mutation[1]._def.meta;
    return !isKeyless(mutation) && /password|token|secret|code"/i.test(JSON.stringify(example));
  });
  expect(secrets.map(([path]) => path)).toEqual([]);
});

test.each(mutations.filter(isKeyless))("%s takes no key and says why", async (path, { _def }) => {
  const kept = await world.services.db.$count(idempotencyKeys);
  const answer = await post(path, _def.meta.example, { key: `keyless-${path}` });
  expect(answer.status).toBe(400);
  expect(answer.body).toContain("takes no Idempotency-Key: ");
  expect(await world.services.db.$count(idempotencyKeys)).toBe(kept);
});
