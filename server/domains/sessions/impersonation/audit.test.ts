import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sessions } from "#db/schema/sessions.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { listHistory } from "#server/domains/audit/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import { updateUser } from "#server/domains/users/service.ts";
import { type Context, createSystemContext, type UserActor } from "#server/platform/context.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { type Impersonating, impersonate, signInAs } from "#server/testing/impersonation.ts";
import { commitDuring } from "#server/testing/races.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { purgeExpired } from "../purge.ts";
import { listSessions } from "../queries.ts";
import { createSessionResolver } from "../resolver.ts";
import { endCurrentSession, revokeAllSessions } from "../service.ts";
import { ENDINGS } from "./catalog.ts";
import { startImpersonation, stopImpersonation } from "./service.ts";

let world: TestWorld;
let owner: User;
let admin: User;
let viewer: User;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  owner = await world.createUser({ roles: ["owner"], name: "Olga Owner" });
  admin = await world.createUser({ roles: ["admin"], name: "Ada Admin" });
  viewer = await world.createUser({ name: "Vera Viewer" });
});

async function contextOf(acting: Impersonating): Promise<Context & { actor: UserActor }> {
  const resolve = createSessionResolver(world.services);
  const actor = await resolve(acting.token, "192.0.2.1", acting.impersonation);
  if (!actor) throw new Error("nobody is signed in");
  return { ...world.anonymous(), actor };
}

async function entriesOf(action: AuditAction, user: User) {
  return (await auditOf(world, action)).filter(({ subjectId }) => subjectId === user.id);
}

const asSystem = () => createSystemContext(world.services, "test");

test("the start tells who, as whom, why and until when", async () => {
  const { ctx } = await signInAs(world, admin);
  const reason = "Ticket 4711: the list stays empty";
  const { endsAt } = await startImpersonation(ctx, { userId: viewer.id, reason });
  expect(endsAt.getTime() - world.services.now().getTime()).toBeGreaterThan(3_590_000);
  const [entry] = await entriesOf("impersonation.started", viewer);
  expect(entry).toMatchObject({
    actorId: admin.id,
    impersonatorId: null,
    changes: { reason: { after: reason }, until: { after: endsAt.toISOString() } },
  });
});

test("what is changed meanwhile carries both names", async () => {
  const ctx = await contextOf(await impersonate(world, owner, admin));
  const { name, roles, version, id: userId } = viewer;
  await updateUser(ctx, { userId, name: `${name} the Second`, roles, version });
  const [entry] = await entriesOf("user.updated", viewer);
  expect(entry).toMatchObject({
    actorId: admin.id,
    actorName: admin.name,
    impersonatorId: owner.id,
    impersonatorName: owner.name,
  });
});

test("roles are not given meanwhile", async () => {
  const ctx = await contextOf(await impersonate(world, owner, admin));
  const { name, version, id: userId } = viewer;
  const attempt = updateUser(ctx, { userId, name, roles: ["viewer", "support"], version });
  await expect(attempt).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("You are acting as Ada Admin"),
  });
});

test("ended by themselves: under both names", async () => {
  await stopImpersonation(await contextOf(await impersonate(world, admin, viewer)));
  const [entry] = await entriesOf("impersonation.ended", viewer);
  expect(entry).toMatchObject({
    actorId: viewer.id,
    impersonatorId: admin.id,
    changes: { ended: { after: ENDINGS.self } },
  });
});

test("ended by an admin: under the admin's name", async () => {
  await impersonate(world, admin, viewer);
  await revokeAllSessions((await signInAs(world, owner)).ctx, viewer.id);
  const [entry] = await entriesOf("impersonation.ended", viewer);
  expect(entry).toMatchObject({
    actorId: owner.id,
    changes: { ended: { after: ENDINGS.revoked }, impersonator: { before: admin.name } },
  });
  expect(await entriesOf("session.revoked", viewer)).toEqual([]);
});

test("ended by time: told by the purge, also where the own session is over as well", async () => {
  await impersonate(world, admin, viewer);
  world.advance(13 * 3_600_000);
  await purgeExpired(asSystem());
  const entries = await entriesOf("impersonation.ended", viewer);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    actorKind: "system",
    changes: { ended: { after: ENDINGS.time }, impersonator: { before: admin.name } },
  });
});

test("ended by signing out: told beside it", async () => {
  await endCurrentSession(await contextOf(await impersonate(world, admin, viewer)));
  const [entry] = await entriesOf("impersonation.ended", viewer);
  expect(entry).toMatchObject({ changes: { ended: { after: ENDINGS.session } } });
  expect(await entriesOf("session.ended", admin)).toHaveLength(1);
});

test("of ten starts at once one succeeds", async () => {
  const { ctx } = await signInAs(world, admin);
  const start = () => startImpersonation(ctx, { userId: viewer.id, reason: "At once" });
  const results = await Promise.allSettled(Array.from({ length: 10 }, start));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" });
  expect(await entriesOf("impersonation.started", viewer)).toHaveLength(1);
});

test("after the time is up the next one starts, and the one before is told as ended", async () => {
  const { ctx } = await signInAs(world, admin);
  const start = () => startImpersonation(ctx, { userId: viewer.id, reason: "Once more" });
  await start();
  world.advance(61 * 60_000);
  await start();
  expect(await entriesOf("impersonation.ended", viewer)).toHaveLength(1);
});

test("a start that meets one's own sign-out is refused", async () => {
  const { ctx, sessionId } = await signInAs(world, admin);
  const result = await commitDuring(world, {
    work: () => startImpersonation(ctx, { userId: viewer.id, reason: "Too late" }),
    change: (tx) => tx.delete(sessions).where(eq(sessions.id, sessionId)),
  });
  expect(result).toMatchObject({ status: "rejected", reason: { code: "UNAUTHENTICATED" } });
});

test("of ten ends at once one is told, and none fails", async () => {
  const ctx = await contextOf(await impersonate(world, admin, viewer));
  await Promise.all(Array.from({ length: 10 }, () => stopImpersonation(ctx)));
  expect(await entriesOf("impersonation.ended", viewer)).toHaveLength(1);
});

test("an end counts for every request that comes after it, among many", async () => {
  const acting = await impersonate(world, admin, viewer);
  const resolve = createSessionResolver(world.services);
  const ask = () => resolve(acting.token, "192.0.2.1", acting.impersonation);
  const isRunning = { now: true };
  const traffic = Array.from({ length: 20 }, async () => {
    while (isRunning.now) expect([admin.id, viewer.id]).toContain((await ask())?.userId);
  });
  await stopImpersonation(await contextOf(acting));
  const after = await Promise.all(Array.from({ length: 50 }, ask));
  expect(after.every((actor) => actor?.userId === admin.id)).toBe(true);
  isRunning.now = false;
  await Promise.all(traffic);
});

test("people see in their own sessions who acts as them", async () => {
  await impersonate(world, admin, viewer);
  const filter = { userId: viewer.id, currentSessionId: null, clock: world.services };
  const [session] = await listSessions(world.services.db, {
    ...filter,
    reader: world.as(viewer).actor,
  });
  expect(session?.impersonator).toEqual({ userId: admin.id, name: admin.name });
});

test("who may not see the impersonator learns that there is one, and nothing of them", async () => {
  const held = [grant("users.read", { department: "same" }), grant("account.manage")];
  const role = await makeRole(world, [...held, grant("audit.read", { department: "same" })]);
  const member = await world.createUser({ roles: [role], department: "Sales" });
  await impersonate(world, owner, member);
  const { ctx } = await signInAs(world, member);
  const filter = { userId: member.id, currentSessionId: null, clock: ctx, reader: ctx.actor };
  const listed = await listSessions(world.services.db, filter);
  const subject = { subjectType: "user", subjectId: member.id, limit: 10, reader: ctx.actor };
  const history = await listHistory(world.services.db, subject);
  expect(listed.filter(({ impersonator }) => impersonator)).toHaveLength(1);
  expect(history.items.map(({ action }) => action)).toContain("impersonation.started");
  const told = JSON.stringify({ listed, history });
  expect(told).not.toContain(owner.id);
  expect(told).not.toContain(owner.name);
});
