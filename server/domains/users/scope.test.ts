import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import type { User } from "./schema.ts";

const createCaller = createCallerFactory(appRouter);
const SAME = { department: "same" } as const;

let world: TestWorld;
let role: string;
let member: string;
let lead: User;
let inside: User;
let outside: User;
let nowhere: User;

beforeAll(async () => {
  world = await createTestWorld();
  member = await makeRole(world, [grant("account.manage")]);
  role = await makeRole(world, [
    grant("account.manage"),
    grant("overview.read"),
    grant("users.read", SAME),
    grant("users.create", SAME),
    grant("users.update", SAME),
    grant("users.suspend", SAME),
    grant("sessions.read", SAME),
    grant("sessions.revoke", SAME),
    grant("audit.read", SAME),
  ]);
  lead = await world.createUser({ roles: [role], department: "Research" });
  inside = await world.createUser({ roles: [member], department: "Research" });
  outside = await world.createUser({ roles: [member], department: "Sales" });
  nowhere = await world.createUser({ roles: [member], department: null });
});
afterAll(() => world.close());

const as = async (user: User) => createCaller(await world.asHolder(user));

describe("who may see the users of their department only", () => {
  test("finds those in the list, its total and its search, and nobody else", async () => {
    const caller = await as(lead);
    const page = await caller.users.list({});
    expect(page.items.map(({ id }) => id).sort()).toEqual([lead.id, inside.id].sort());
    expect(page.total).toBe(2);
    expect(await caller.users.list({ search: outside.email })).toMatchObject({
      items: [],
      total: 0,
    });
  });

  test("reads them, their sessions and their history; of others there is nothing, as of nobody", async () => {
    const caller = await as(lead);
    const { get, sessions, history } = caller.users;
    for (const read of [get, sessions, history]) {
      await read({ userId: inside.id });
      const strangers = [outside.id, nowhere.id, world.services.newId()];
      for (const userId of strangers) {
        await expect(read({ userId })).rejects.toMatchObject({
          message: "There is no such user.",
        });
      }
    }
  });

  test("counts them in the overview, and nobody else", async () => {
    const { users: counts, signUps } = await (await as(lead)).overview.get({ days: 7 });
    expect(counts).toEqual({ total: 2, active: 2, invited: 0, suspended: 0 });
    expect(signUps?.total).toBe(2);
  });

  test("acts on them, and on others as if they were not there", async () => {
    const caller = await as(lead);
    await caller.users.suspend({ userId: inside.id, reason: "Test" });
    await caller.users.reinstate({ userId: inside.id });
    const { version } = await caller.users.get({ userId: inside.id });
    const change = { name: "Renamed", roles: [member] };
    await caller.users.update({ ...change, userId: inside.id, version });
    for (const { id: userId } of [outside, nowhere]) {
      const sessionId = world.services.newId();
      for (const act of [
        () => caller.users.suspend({ userId, reason: "Test" }),
        () => caller.users.reinstate({ userId }),
        () => caller.users.update({ ...change, userId, version: 1 }),
        () => caller.users.resendInvitation({ userId }),
        () => caller.users.revokeAllSessions({ userId }),
        () => caller.users.revokeSession({ userId, sessionId }),
      ])
        await expect(act()).rejects.toMatchObject({ message: "There is no such user." });
    }
  });

  test("makes users in it, and moves nobody out of it", async () => {
    const caller = await as(lead);
    const fields = { name: "New", roles: [member] };
    const made = await caller.users.create({
      ...fields,
      email: "new@example.com",
      department: "Research",
    });
    for (const department of ["Sales", null, undefined])
      await expect(
        caller.users.create({ ...fields, email: "other@example.com", department }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      caller.users.update({ ...fields, userId: made.id, version: 1, department: "Sales" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const kept = await caller.users.update({ ...fields, userId: made.id, version: 1 });
    expect(kept.department).toBe("Research");
  });

  test("does not learn from the history who of elsewhere acted on them", async () => {
    const admin = await world.createUser({ roles: ["admin"], department: "Head office" });
    const target = await world.createUser({ roles: [member], department: "Research" });
    await (await as(lead)).users.suspend({ userId: target.id });
    await (await as(admin)).users.reinstate({ userId: target.id });
    const { items } = await (await as(lead)).users.history({ userId: target.id });
    expect(items.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["user.reinstated", "Somebody else"],
      ["user.suspended", lead.name],
    ]);
    expect(JSON.stringify(items)).not.toContain(admin.id);
    const whole = await (await as(admin)).users.history({ userId: target.id });
    expect(whole.items[0]?.actorName).toBe(admin.name);
  });
});

test("without a department one is nobody's colleague, not even of those without one", async () => {
  const alone = await world.createUser({ roles: [role], department: null });
  const page = await (await as(alone)).users.list({});
  expect(page).toMatchObject({ items: [], total: 0 });
  await expect((await as(alone)).users.get({ userId: nowhere.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("who may see only themselves sees themselves; alternatives add up", async () => {
  const own = await makeRole(world, [grant("users.read", { records: "own" })]);
  const other = await makeRole(world, [grant("users.read", SAME)]);
  const one = await world.createUser({ roles: [own], department: "Sales" });
  const both = await world.createUser({ roles: [own, other], department: null });
  const listed = async (user: User) => (await (await as(user)).users.list({})).items;
  expect((await listed(one)).map(({ id }) => id)).toEqual([one.id]);
  expect((await listed(both)).map(({ id }) => id)).toEqual([both.id]);
  const whole = await world.createUser({ roles: [own, "viewer"] });
  expect((await (await as(whole)).users.list({})).total).toBe(
    await world.services.db.$count(users),
  );
});

test("outside its hours and its network a grant is as if it were not there", async () => {
  const days = [1, 2, 3, 4, 5, 6, 7];
  const guarded = await makeRole(world, [
    grant("users.read", {
      time: { days, from: "09:00", to: "17:00", timeZone: "UTC" },
      network: ["192.0.2.0/24"],
    }),
  ]);
  const user = await world.createUser({ roles: [guarded] });
  const tries = [
    ["2026-01-05T12:00:00Z", "192.0.2.9", true],
    ["2026-01-05T12:00:00Z", "198.51.100.9", false],
    ["2026-01-05T18:00:00Z", "192.0.2.9", false],
  ] as const;
  for (const [at, address, isAllowed] of tries) {
    const request = { id: "test", address, userAgent: "Vitest" };
    const ctx = await world.asHolder(user, { request, now: () => new Date(at) });
    const answer = createCaller(ctx).users.list({});
    if (isAllowed) await answer;
    else await expect(answer).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
