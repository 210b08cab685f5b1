import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emailChanges, registrations, tokens } from "#db/schema/auth.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { settleBackgroundWork } from "#server/domains/auth/background.ts";
import {
  confirmEmailChange,
  requestEmailChange,
} from "#server/domains/auth/email-change/service.ts";
import {
  requestEmailVerification,
  verifyEmail,
} from "#server/domains/auth/email-verification/service.ts";
import { acceptInvitation, getInvitation } from "#server/domains/auth/invitations/service.ts";
import {
  requestPasswordReset,
  resetPassword,
} from "#server/domains/auth/password-reset/service.ts";
import { register } from "#server/domains/auth/registration/service.ts";
import { setPassword } from "#server/domains/auth/service.ts";
import { signIn } from "#server/domains/auth/sign-in/service.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import { countByStatus } from "#server/domains/users/queries.ts";
import { appRouter } from "#server/registry/router.ts";
import {
  auditOf,
  createAccount,
  mailedToken,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
  visitor,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import type { User, UserFilter } from "./schema.ts";
import { createUser, inviteUser, resendInvitation, updateUser } from "./service.ts";
import { reinstateUser, suspendUser } from "./suspension.ts";
import { deleteUser, restoreUser } from "./trash.ts";

const createCaller = createCallerFactory(appRouter);
const NOT_FOUND = { code: "NOT_FOUND" };
let world: TestWorld;
let owner: User;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());

const remove = (user: User, by: User = admin) => deleteUser(world.as(by), { userId: user.id });
const restore = (user: User, by: User = admin) => restoreUser(world.as(by), { userId: user.id });

async function enter({ email }: User, password = PASSWORD): Promise<string> {
  const ctx = visitor(world);
  await signIn(ctx, { email, password, remember: false });
  return sentToken(ctx) ?? "";
}

test("deleting ends the sessions at once, and neither the password nor a reset lets anybody in", async () => {
  const user = await createAccount(world);
  const token = await enter(user);
  const resolve = createSessionResolver(world.services);
  expect(await resolve(token)).toBeDefined();
  const after = await remove(user);
  expect(after).toMatchObject({ status: "deleted", version: 2 });
  expect(after.deletedAt).toBeInstanceOf(Date);
  expect(await resolve(token)).toBeUndefined();
  expect(await world.services.db.$count(sessions, eq(sessions.userId, user.id))).toBe(0);
  await expect(enter(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await requestPasswordReset(visitor(world), { email: user.email });
  await settleBackgroundWork();
  expect(await mailsTo(world, user.email, "password-reset")).toEqual([]);
  const password = OTHER_PASSWORD;
  const { email } = user;
  await expect(setPassword(world.anonymous(), { email, password })).rejects.toMatchObject(
    NOT_FOUND,
  );
});

test("no link that was mailed before works, nor after the restoration", async () => {
  const user = await createAccount(world);
  const self = world.as(user);
  await requestEmailVerification(self);
  await requestEmailChange(self, { email: "next@example.com", currentPassword: PASSWORD });
  await requestPasswordReset(visitor(world), { email: user.email });
  await settleBackgroundWork();
  const invited = await inviteUser(world.as(admin), {
    email: "invited@example.com",
    name: "Ina",
    roles: ["viewer"],
  });
  const [verify, current, next, reset, invitation] = await Promise.all([
    mailedToken(world, user.email, "email-verification"),
    mailedToken(world, user.email, "email-change-current"),
    mailedToken(world, "next@example.com", "email-change-new"),
    mailedToken(world, user.email, "password-reset"),
    mailedToken(world, invited.email, "invitation"),
  ]);
  const password = OTHER_PASSWORD;
  const doors = [
    () => verifyEmail(visitor(world), { token: verify }),
    () => confirmEmailChange(visitor(world), { side: "current", token: current }),
    () => confirmEmailChange(visitor(world), { side: "new", token: next }),
    () => resetPassword(visitor(world), { token: reset, password }),
    () => getInvitation(visitor(world), { token: invitation }),
    () => acceptInvitation(visitor(world), { token: invitation, name: "Ina", password }),
  ];
  for (const each of [user, invited]) await remove(each);
  for (const door of doors) await expect(door()).rejects.toMatchObject(NOT_FOUND);
  await world.services.db.update(tokens).set({ usedAt: null });
  for (const door of doors)
    await expect(door(), "by the status alone").rejects.toMatchObject(NOT_FOUND);
  await world.services.db.update(tokens).set({ usedAt: world.services.now() });
  for (const each of [user, invited]) await restore(each);
  for (const door of doors) await expect(door()).rejects.toMatchObject(NOT_FOUND);
  expect(await world.services.db.$count(emailChanges)).toBe(0);
  await enter(user);
  await resendInvitation(world.as(admin), { userId: invited.id });
});

test("the trash takes no change: not an edit, a suspension, an invitation, a second deletion", async () => {
  const user = await createAccount(world);
  const after = await remove(user);
  const ctx = world.as(owner);
  const { id: userId, version } = after;
  const changes = [
    updateUser(ctx, { userId, version, name: "New", roles: ["viewer"] }),
    suspendUser(ctx, { userId }),
    reinstateUser(ctx, { userId }),
    resendInvitation(ctx, { userId }),
    deleteUser(ctx, { userId }),
  ];
  for (const result of await Promise.allSettled(changes))
    expect(result).toMatchObject({
      reason: { code: "CONFLICT", message: `${user.name} is in the trash.` },
    });
});

test("a restored user is what they were: active with their password, suspended with reason and end", async () => {
  const active = await createAccount(world);
  const suspended = await createAccount(world);
  const until = new Date(world.services.now().getTime() + 3_600_000);
  await suspendUser(world.as(admin), { userId: suspended.id, reason: "On leave", until });
  for (const user of [active, suspended]) await remove(user);
  expect(await restore(active)).toMatchObject({ status: "active", deletedAt: null });
  await enter(active);
  expect(await restore(suspended)).toMatchObject({
    status: "suspended",
    suspendedReason: "On leave",
    suspendedUntil: until,
  });
  const [entry] = await auditOf(world, "user.restored");
  expect(entry).toMatchObject({
    actorId: admin.id,
    subjectId: suspended.id,
    changes: { status: { before: "deleted", after: "suspended" } },
  });
  await expect(restore(active)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a suspension that ended meanwhile is over when the user comes back", async () => {
  const user = await createAccount(world);
  const until = new Date(world.services.now().getTime() + 60_000);
  await suspendUser(world.as(admin), { userId: user.id, until });
  await remove(user);
  world.advance(60_000);
  await expect(enter(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(await restore(user)).toMatchObject({ status: "active", suspendedUntil: null });
});

test("nobody deletes themselves, or somebody who may do as much; nobody else restores those", async () => {
  const other = await world.createUser({ roles: ["admin"] });
  const support = await world.createUser({ roles: ["support"] });
  const viewer = await world.createUser();
  await expect(remove(admin)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(remove(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(remove(viewer, support)).rejects.toMatchObject(NOT_FOUND);
  await expect(remove(owner, owner)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await remove(other, owner);
  await expect(restore(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await restore(other, owner);
});

test("the last owner stays: not even an operator deletes them", async () => {
  const ctx = world.anonymous({ actor: { kind: "system", name: "cli" } });
  await expect(deleteUser(ctx, { userId: owner.id })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("last owner"),
  });
});

test("the address stays taken; only who may look into the trash learns where it is", async () => {
  const user = await createAccount(world);
  await remove(user);
  const fields = { email: user.email, name: "Again", roles: ["viewer"] };
  const recruiter = await world.createUser({
    roles: [
      await makeRole(world, [grant("account.manage"), grant("users.create"), grant("users.read")]),
    ],
  });
  const recruiting = await world.asHolder(recruiter);
  const roles = [await makeRole(world, [grant("account.manage")])];
  for (const add of [createUser, inviteUser]) {
    await expect(add(world.as(admin), fields)).rejects.toMatchObject({
      fields: [{ path: "email", code: "in_trash" }],
    });
    await expect(add(recruiting, { ...fields, roles })).rejects.toMatchObject({
      fields: [{ path: "email", code: "taken", message: "Somebody already has this address" }],
    });
  }
  const settings = { ...world.services.settings.current };
  const open = { ...settings, registration: { ...settings.registration, isOpen: true } };
  const ctx = visitor(world, { settings: { ...world.services.settings, current: open } });
  await register(ctx, { email: user.email, name: "Again" });
  await settleBackgroundWork();
  expect(await mailsTo(world, user.email)).toEqual([]);
  expect(await world.services.db.$count(registrations)).toBe(0);
});

test("no list, count, search or page shows the trash to those who may not look into it", async () => {
  const user = await createAccount(world, { name: "Zacharias Gone", department: "Research" });
  const viewer = createCaller(world.as(await world.createUser()));
  const support = createCaller(world.as(await world.createUser({ roles: ["support"] })));
  const boss = createCaller(world.as(admin));
  const overview = async () => (await boss.overview.get({ days: 30 })).users?.total ?? 0;
  const holders = async () => await boss.roles.holders();
  const [total, held] = [await overview(), await holders()];
  await remove(user);
  expect(await overview()).toBe(total - 1);
  expect(await holders()).not.toEqual(held);
  for (const caller of [viewer, support, boss]) {
    expect((await caller.users.list({ limit: 200 })).items.map(({ id }) => id)).not.toContain(
      user.id,
    );
    const name: UserFilter = { field: "name", operator: "is", value: user.name };
    const others: UserFilter = { field: "status", operator: "isNoneOf", value: ["active"] };
    for (const input of [
      { search: "Zacharias" },
      { filter: name },
      { filter: { all: [name, others] } },
    ])
      expect(await caller.users.list(input)).toMatchObject({ items: [], total: 0 });
  }
  for (const caller of [viewer, support]) {
    await expect(caller.users.get({ userId: user.id })).rejects.toMatchObject(NOT_FOUND);
    await expect(caller.users.listTrash({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const { items } = await boss.users.listTrash({ search: "Zacharias" });
  expect(items).toMatchObject([{ id: user.id, name: user.name, deletedBy: admin.name }]);
  const [trashed] = items;
  const keptMs = (trashed?.purgeAt.getTime() ?? 0) - (trashed?.deletedAt.getTime() ?? 0);
  expect(keptMs).toBe(30 * 86_400_000);
  expect(await boss.users.get({ userId: user.id })).toMatchObject({ status: "deleted" });
  const counts = await countByStatus(world.services.db, undefined);
  const kept = await world.services.db.$count(users, eq(users.status, "active"));
  expect(counts.active).toBe(kept);
});

test("who may delete in one department sees, restores and purges its trash and no other", async () => {
  const same = { department: "same" } as const;
  const member = await makeRole(world, [grant("account.manage")]);
  const keeper = await makeRole(world, [
    grant("account.manage"),
    grant("users.read"),
    grant("users.delete", same),
  ]);
  const lead = await world.createUser({ roles: [keeper], department: "Research" });
  const inside = await world.createUser({ roles: [member], department: "Research" });
  const outside = await world.createUser({ roles: [member], department: "Sales" });
  const caller = createCaller(await world.asHolder(lead));
  await caller.users.delete({ userId: inside.id });
  await expect(caller.users.delete({ userId: outside.id })).rejects.toMatchObject(NOT_FOUND);
  await remove(outside, owner);
  const { items, total } = await caller.users.listTrash({ search: "example" });
  expect(items.filter(({ id }) => id === outside.id)).toEqual([]);
  expect(total).toBe(items.length);
  expect(items.map(({ id }) => id)).toContain(inside.id);
  const { id: userId, email } = outside;
  const { get, restore: bringBack, purge, purgePreview } = caller.users;
  const attempts = [
    get({ userId }),
    bringBack({ userId }),
    purgePreview({ userId }),
    purge({ userId, email }),
  ];
  for (const result of await Promise.allSettled<unknown>(attempts))
    expect(result).toMatchObject({ reason: NOT_FOUND });
  const outcome = await caller.users.restoreMany({ selection: { matching: {} } });
  expect(outcome.done).toEqual([inside.id]);
});
