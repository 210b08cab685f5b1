import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { settleBackgroundWork } from "#server/domains/auth/background.ts";
import { acceptInvitation } from "#server/domains/auth/invitations/service.ts";
import {
  requestPasswordReset,
  resetPassword,
} from "#server/domains/auth/password-reset/service.ts";
import { signIn } from "#server/domains/auth/sign-in/service.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import { type Context, createSystemContext } from "#server/platform/context.ts";
import {
  auditOf,
  createAccount,
  mailedToken,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
  visitor,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { suspendUsers } from "./bulk.ts";
import { getUser } from "./queries.ts";
import type { User } from "./schema.ts";
import { inviteUser } from "./service.ts";
import { changeSuspensionEnd, reinstateLapsed, reinstateUser, suspendUser } from "./suspension.ts";

const HOUR = 3_600_000;
let world: TestWorld;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());

const inHours = (hours: number) => new Date(world.services.now().getTime() + hours * HOUR);
const suspend = (user: User, until?: Date) =>
  suspendUser(world.as(admin), { userId: user.id, reason: "On leave", until });
const read = (user: User) => getUser(world.services.db, user.id);
const reinstatements = ({ id }: User) =>
  world.services.db
    .select({ action: auditEntries.action, kind: auditEntries.actorKind })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(auditEntries.id)
    .then((entries) => entries.filter(({ action }) => action === "user.reinstated"));

async function enter(user: User, password = PASSWORD): Promise<string | undefined> {
  const ctx = visitor(world);
  await signIn(ctx, { email: user.email, password, remember: false });
  return sentToken(ctx);
}

test("a suspension until a time is shut to the last moment and open from then on, without any job", async () => {
  const user = await createAccount(world);
  const after = await suspend(user, inHours(2));
  expect(after).toMatchObject({ status: "suspended", suspendedReason: "On leave" });
  world.advance(2 * HOUR - 5_000);
  await expect(enter(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  world.advance(5_000);
  const token = await enter(user);
  expect(await createSessionResolver(world.services)(token ?? "")).toMatchObject({
    userId: user.id,
  });
  expect(await read(user)).toMatchObject({
    status: "active",
    suspendedReason: null,
    suspendedUntil: null,
  });
  expect(await reinstatements(user)).toEqual([{ action: "user.reinstated", kind: "system" }]);
});

test("a wrong password does not end a suspension that is over", async () => {
  const user = await createAccount(world);
  await suspend(user, inHours(1));
  world.advance(HOUR);
  await expect(enter(user, OTHER_PASSWORD)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(await read(user)).toMatchObject({ status: "suspended" });
});

test("a suspension without an end has none", async () => {
  const user = await createAccount(world);
  await suspend(user);
  world.advance(1000 * 24 * HOUR);
  await expect(enter(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await reinstateLapsed(world.anonymous());
  expect(await read(user)).toMatchObject({ status: "suspended" });
});

test("mailed links work again once it is over: a password reset, an invitation not yet accepted", async () => {
  const user = await createAccount(world);
  const invited = await inviteUser(world.as(admin), {
    email: "leave@example.com",
    name: "Ivo",
    roles: ["viewer"],
  });
  const token = await mailedToken(world, invited.email, "invitation");
  for (const each of [user, invited]) await suspend(each, inHours(1));
  const accept = () =>
    acceptInvitation(visitor(world), { token, name: "Ivo", password: OTHER_PASSWORD });
  await expect(accept()).rejects.toMatchObject({ code: "NOT_FOUND" });
  await requestPasswordReset(visitor(world), { email: user.email });
  await settleBackgroundWork();
  await expect(mailedToken(world, user.email, "password-reset")).rejects.toThrow(
    "no password-reset",
  );
  world.advance(HOUR);
  await accept();
  await requestPasswordReset(visitor(world), { email: user.email });
  await settleBackgroundWork();
  const reset = await mailedToken(world, user.email, "password-reset");
  await resetPassword(visitor(world), { token: reset, password: OTHER_PASSWORD });
  await enter(user, OTHER_PASSWORD);
});

test("the job puts the rows right, once, whatever runs beside it", async () => {
  const due = [await createAccount(world), await world.createUser()];
  const later = await createAccount(world);
  for (const user of due) await suspend(user, inHours(1));
  await suspend(later, inHours(3));
  world.advance(HOUR);
  const ctx = createSystemContext(world.services, "users.reinstate-lapsed");
  const counts = await Promise.all([
    reinstateLapsed(ctx),
    reinstateLapsed(ctx),
    enter(due[0] as User),
  ]);
  expect(Number(counts[0]) + Number(counts[1])).toBeLessThanOrEqual(2);
  expect(await reinstateLapsed(ctx)).toBe(0);
  const [active, invited] = await Promise.all(due.map(read));
  expect([active?.status, invited?.status]).toEqual(["active", "invited"]);
  for (const user of due) expect(await reinstatements(user)).toHaveLength(1);
  expect(await read(later)).toMatchObject({ status: "suspended" });
});

test("an admin meets somebody whose suspension is over as reinstated", async () => {
  const user = await createAccount(world);
  await suspend(user, inHours(1));
  world.advance(HOUR);
  await expect(reinstateUser(world.as(admin), { userId: user.id })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("is not suspended"),
  });
  await suspend(user, inHours(1));
  expect(await read(user)).toMatchObject({ status: "suspended" });
});

test("an end in the past or beyond ten years is refused on its field, for one and for many", async () => {
  const user = await createAccount(world);
  const ends: [Date, string][] = [
    [inHours(0), "past"],
    [inHours(-1), "past"],
    [inHours(24 * 366 * 10), "too_far"],
  ];
  for (const [until, code] of ends) {
    const refusal = { code: "VALIDATION", fields: [{ path: "until", code }] };
    await expect(suspend(user, until)).rejects.toMatchObject(refusal);
    const selection = { ids: [user.id] };
    await expect(suspendUsers(world.as(admin), { selection, until })).rejects.toMatchObject(
      refusal,
    );
  }
  expect(await read(user)).toMatchObject({ status: "active" });
  const until = inHours(24 * 365 * 9);
  await suspendUsers(world.as(admin), { selection: { ids: [user.id] }, until });
  expect((await read(user)).suspendedUntil).toEqual(until);
});

test("a suspension that runs is given another end, or none, with an entry; the same end leaves none", async () => {
  const user = await createAccount(world);
  const before = await suspend(user, inHours(1));
  const change = (version: number, until?: Date) =>
    changeSuspensionEnd(world.as(admin), { userId: user.id, version, until });
  const later = inHours(3);
  const longer = await change(before.version, later);
  expect(longer).toMatchObject({ status: "suspended", suspendedReason: "On leave" });
  expect(longer.suspendedUntil).toEqual(later);
  expect((await change(longer.version, later)).version).toBe(longer.version);
  world.advance(2 * HOUR);
  await expect(enter(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  const endless = await change(longer.version);
  expect(endless.suspendedUntil).toBeNull();
  const changes = (await auditOf(world, "user.suspension-changed")).filter(
    ({ subjectId }) => subjectId === user.id,
  );
  expect(changes).toMatchObject([
    { actorId: admin.id, changes: { suspendedUntil: { after: null } } },
    { actorId: admin.id, changes: { suspendedUntil: { after: later.toISOString() } } },
  ]);
  await change(endless.version, inHours(1));
  world.advance(HOUR);
  expect(await enter(user)).toBeDefined();
});

test("an end is changed only from the version that was read, in time, of whom the actor may suspend", async () => {
  const user = await createAccount(world);
  const change = (ctx: Context, version: number, until?: Date) =>
    changeSuspensionEnd(ctx, { userId: user.id, version, until });
  const ctx = world.as(admin);
  await expect(change(ctx, user.version)).rejects.toMatchObject({ code: "CONFLICT" });
  const { version } = await suspend(user, inHours(1));
  await expect(change(ctx, version - 1, inHours(2))).rejects.toMatchObject({
    code: "CONFLICT",
    conflict: { version, current: { suspendedUntil: expect.any(Date) } },
  });
  await expect(change(ctx, version, inHours(-1))).rejects.toMatchObject({ code: "VALIDATION" });
  const peer = await world.createUser({ roles: ["support"] });
  const other = await world.createUser({ roles: ["support"] });
  const suspended = await suspend(other, inHours(1));
  await expect(
    changeSuspensionEnd(world.as(peer), { userId: other.id, version: suspended.version }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  const results = await Promise.allSettled(
    [2, 3, 4].map((hours) => change(ctx, version, inHours(hours))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
