import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { createSession } from "#server/domains/sessions/service.ts";
import { createAccount, mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { getUser } from "./queries.ts";
import type { User } from "./schema.ts";
import { createUser, inviteUser, resendInvitation, updateUser } from "./service.ts";
import { reinstateUser, suspendUser } from "./suspension.ts";

let world: TestWorld;
let owner: User;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"], name: "Olive Owner" });
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());

const historyOf = (id: string) =>
  world.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(auditEntries.id);

test("a created user has an audit entry with actor, request, address and every field", async () => {
  const ctx = world.as(admin);
  const input = { email: "new@example.com", name: "New", roles: ["viewer" as const] };
  const user = await createUser(ctx, input);
  expect(user).toMatchObject({ ...input, status: "invited", version: 1 });
  const [entry] = await historyOf(user.id);
  expect(entry).toMatchObject({
    action: "user.created",
    actorKind: "user",
    actorId: admin.id,
    actorName: admin.name,
    requestId: ctx.request.id,
    address: ctx.request.address,
    changes: {
      email: { before: null, after: "new@example.com" },
      roles: { before: null, after: ["viewer"] },
    },
  });
});

test("creations go on after every connection was lost, each user and its entry once", async () => {
  const created: string[] = [];
  for (let round = 0; round < 4; round++) {
    const users = Array.from({ length: 5 }, (_, index) =>
      createUser(world.as(admin), {
        email: `lost-${round}-${index}@example.com`,
        name: "Lost",
        roles: ["viewer"],
      }),
    );
    await world.services.raw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    created.push(...(await Promise.all(users)).map(({ id }) => id));
  }
  for (const id of created) expect(await historyOf(id)).toHaveLength(1);
});

test("a creation that got through before its connection was lost is not taken for another's", async () => {
  const ctx = world.as(admin);
  const fields = { email: "through@example.com", name: "Through", roles: ["viewer" as const] };
  const id = ctx.newId();
  const once = { ...ctx, newId: () => id };
  const first = await createUser(once, fields);
  expect(await createUser(once, fields)).toEqual(first);
  expect(await historyOf(id)).toHaveLength(1);
});

test("an address that is taken is refused on its field, and nothing is written", async () => {
  const before = await world.services.db.$count(auditEntries);
  const taken = createUser(world.as(admin), {
    email: owner.email,
    name: "Twin",
    roles: ["viewer"],
  });
  await expect(taken).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "email", code: "taken" }],
  });
  expect(await world.services.db.$count(auditEntries)).toBe(before);
});

test("ten requests for one address make one user", async () => {
  const input = { email: "race@example.com", name: "Race", roles: ["viewer" as const] };
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => createUser(world.as(admin), input)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an invitation is mailed in the same transaction, and a new one can be sent until it is accepted", async () => {
  const user = await inviteUser(world.as(admin), {
    email: "guest@example.com",
    name: "Guest",
    roles: ["viewer"],
  });
  expect(await mailsTo(world, user.email, "invitation")).toHaveLength(1);
  await resendInvitation(world.as(admin), { userId: user.id });
  expect(await mailsTo(world, user.email, "invitation")).toHaveLength(2);
  const settled = await world.createUser();
  await expect(resendInvitation(world.as(admin), { userId: settled.id })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("nobody grants a role that allows more than they may", async () => {
  const input = { email: "climber@example.com", name: "Climber" };
  await expect(createUser(world.as(admin), { ...input, roles: ["owner"] })).rejects.toMatchObject({
    code: "FORBIDDEN",
    fields: [{ path: "roles" }],
  });
  const viewer = await world.createUser();
  const promote = updateUser(world.as(admin), {
    userId: viewer.id,
    name: "V",
    roles: ["owner"],
    version: 1,
  });
  await expect(promote).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await getUser(world.services.db, viewer.id)).roles).toEqual(["viewer"]);
});

test("an edit records both sides of what changed and nothing else", async () => {
  const user = await world.createUser({ name: "Before" });
  const after = await updateUser(world.as(admin), {
    userId: user.id,
    name: "After",
    roles: ["viewer"],
    version: 1,
  });
  expect(after).toMatchObject({ name: "After", version: 2 });
  const [entry] = await historyOf(user.id);
  expect(entry?.changes).toEqual({ name: { before: "Before", after: "After" } });
});

test("of two who edit the same version, the second is told and loses nothing", async () => {
  const user = await world.createUser();
  const edit = (name: string) =>
    updateUser(world.as(admin), { userId: user.id, name, roles: ["viewer"], version: 1 });
  const results = await Promise.allSettled([edit("First"), edit("Second")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "CONFLICT" },
  });
  expect((await getUser(world.services.db, user.id)).version).toBe(2);
});

test("a suspended user loses every session, keeps the reason, and comes back as they were", async () => {
  const user = await createAccount(world, { emailVerifiedAt: new Date() });
  await world.services.db.transaction((tx) =>
    createSession(tx, world.as(user), { userId: user.id, isRemembered: false }),
  );
  const suspended = await suspendUser(world.as(admin), { userId: user.id, reason: "Left" });
  expect(suspended).toMatchObject({ status: "suspended", suspendedReason: "Left" });
  expect(
    await world.services.db.select().from(sessions).where(eq(sessions.userId, user.id)),
  ).toEqual([]);
  const again = suspendUser(world.as(admin), { userId: user.id, reason: undefined });
  await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  const back = await reinstateUser(world.as(admin), { userId: user.id });
  expect(back).toMatchObject({ status: "active", suspendedReason: null });
});

test("a user who has a password is reinstated as active, though the address is not confirmed", async () => {
  const user = await createAccount(world, { emailVerifiedAt: null });
  await suspendUser(world.as(admin), { userId: user.id, reason: undefined });
  expect((await reinstateUser(world.as(admin), { userId: user.id })).status).toBe("active");
});

test("a user who never chose a password is reinstated as invited", async () => {
  const user = await world.createUser({ status: "invited" });
  await suspendUser(world.as(admin), { userId: user.id, reason: undefined });
  expect((await reinstateUser(world.as(admin), { userId: user.id })).status).toBe("invited");
});

test("nobody suspends themselves or someone above them", async () => {
  await expect(
    suspendUser(world.as(admin), { userId: admin.id, reason: undefined }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    suspendUser(world.as(admin), { userId: owner.id, reason: undefined }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("owners who are suspended at once queue up instead of deadlocking", async () => {
  const ctx = world.as(await world.createUser({ roles: ["owner"] }));
  const countRetries = async () => {
    const { values } = await world.services.metrics.retries.get();
    return values.reduce((sum, { value }) => sum + value, 0);
  };
  const before = await countRetries();
  for (let round = 0; round < 5; round++) {
    const pair = [
      await world.createUser({ roles: ["owner"] }),
      await world.createUser({ roles: ["owner"] }),
    ];
    await Promise.all(pair.map(({ id }) => suspendUser(ctx, { userId: id, reason: undefined })));
  }
  await world.services.db.delete(users).where(eq(users.id, ctx.actor.userId));
  expect(await countRetries()).toBe(before);
});

test("two owners who remove each other at once leave one owner", async () => {
  await world.services.db.delete(users).where(eq(users.id, owner.id));
  const [first, second] = [
    await world.createUser({ roles: ["owner"] }),
    await world.createUser({ roles: ["owner"] }),
  ];
  const results = await Promise.allSettled([
    suspendUser(world.as(first), { userId: second.id, reason: undefined }),
    updateUser(world.as(second), { userId: first.id, name: "F", roles: ["viewer"], version: 1 }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const survivors = await world.services.db.select().from(users).where(eq(users.status, "active"));
  const survivor = survivors.find(({ roles }) => roles.includes("owner"));
  const { id = "", version = 0 } = survivor ?? {};
  const last = updateUser(world.as(first.id === id ? first : second), {
    userId: id,
    name: "Last",
    roles: ["admin"],
    version,
  });
  await expect(last).rejects.toMatchObject({ code: "CONFLICT" });
});

test("the audit log refuses to be changed or emptied", async () => {
  const { raw } = world.services;
  await expect(raw`update audit_entries set actor_name = 'x'`).rejects.toThrow("append-only");
  await expect(raw`delete from audit_entries`).rejects.toThrow("append-only");
  await expect(raw`truncate audit_entries`).rejects.toThrow("append-only");
});
