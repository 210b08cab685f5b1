import { and, eq, gt, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { deleteAccount } from "#server/domains/account/delete-account.ts";
import { changePassword } from "#server/domains/auth/passwords/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { suspendUser } from "#server/domains/users/suspension.ts";
import type { UserActor } from "#server/platform/context.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { createAccount, OTHER_PASSWORD, PASSWORD } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import {
  type Impersonating,
  impersonate,
  type SignedIn,
  signInAs,
} from "#server/testing/impersonation.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { createSessionResolver, type SessionResolver } from "../resolver.ts";
import { endCurrentSession, revokeAllSessions } from "../service.ts";
import { startImpersonation, stopImpersonation } from "./service.ts";

const REASON = "Ticket 4711";

let world: TestWorld;
let resolve: SessionResolver;
let admin: User;
let viewer: User;

beforeAll(async () => {
  world = await createTestWorld();
  resolve = createSessionResolver(world.services);
});
afterAll(() => world.close());
beforeEach(async () => {
  admin = await createAccount(world, { roles: ["admin"], name: "Ada Admin" });
  viewer = await createAccount(world, { name: "Vera Viewer" });
});

const start = (ctx: SignedIn["ctx"], target: User, reason = REASON) =>
  startImpersonation(ctx, { userId: target.id, reason });

/** Whom the browser's next request comes from. */
const whoIs = ({ token, impersonation }: Impersonating) =>
  resolve(token, "192.0.2.1", impersonation);

describe("while it runs", () => {
  test("the actor is the user, with the user's permissions and the name of whoever acts", async () => {
    const support = await world.createUser({ roles: ["support"] });
    const acting = await impersonate(world, admin, support);
    const actor = await whoIs(acting);
    expect(actor).toMatchObject({
      userId: support.id,
      roles: ["support"],
      impersonator: { userId: admin.id, name: admin.name, sessionId: acting.sessionId },
    });
    expect([...(actor?.permissions.keys() ?? [])].sort()).toEqual(
      [...world.as(support).actor.permissions.keys()].sort(),
    );
  });

  test("what people do only themselves is taken away: making users, shaping roles, impersonating", async () => {
    const owner = await world.createUser({ roles: ["owner"] });
    const actor = await whoIs(await impersonate(world, owner, admin));
    expect(actor?.permissions.has("users.update")).toBe(true);
    for (const permission of ["users.create", "roles.update", "users.impersonate"] as const)
      expect(actor?.permissions.has(permission), permission).toBe(false);
  });

  test("neither the last sign-in nor the sessions of the user change, and no mail goes out", async () => {
    const before = await world.services.db.select().from(users).where(eq(users.id, viewer.id));
    await whoIs(await impersonate(world, admin, viewer));
    const after = await world.services.db.select().from(users).where(eq(users.id, viewer.id));
    expect(after).toEqual(before);
    expect(
      await world.services.raw`select 1 from outbox_mails where recipient = ${viewer.email}`,
    ).toEqual([]);
  });

  test("a change of the user's roles counts from the next request on", async () => {
    const acting = await impersonate(world, admin, viewer);
    await setRoles(viewer, ["support"]);
    expect((await whoIs(acting))?.permissions.has("audit.read")).toBe(true);
  });

  test("in another browser of the same person, and with a token alone, nothing changes", async () => {
    const acting = await impersonate(world, admin, viewer);
    const elsewhere = await signInAs(world, admin);
    expect(await whoIs({ ...acting, token: elsewhere.token })).toMatchObject({ userId: admin.id });
    const stranger = await signInAs(world, await world.createUser({ roles: ["owner"] }));
    const theirs = await whoIs({ ...acting, token: stranger.token });
    expect(theirs).toMatchObject({ userId: stranger.ctx.actor.userId });
    expect(theirs?.impersonator).toBeUndefined();
    expect(await resolve(acting.impersonation)).toBeUndefined();
    expect(await whoIs({ ...acting, token: createSecret() })).toBeUndefined();
    expect(await whoIs({ ...acting, token: acting.impersonation })).toBeUndefined();
  });
});

describe("who may", () => {
  test.each([
    ["admin", "viewer", "FORBIDDEN none"],
    ["admin", "support", "FORBIDDEN none"],
    ["owner", "admin", "FORBIDDEN none"],
    ["admin", "admin", "FORBIDDEN"],
    ["admin", "owner", "FORBIDDEN"],
    ["owner", "owner", "FORBIDDEN"],
    ["support", "viewer", "NOT_FOUND"],
    ["viewer", "viewer", "NOT_FOUND"],
  ])("%s as %s: %s", async (role, other, outcome) => {
    const own = await signInAs(world, await world.createUser({ roles: [role] }));
    const attempt = start(own.ctx, await world.createUser({ roles: [other] }));
    if (outcome.endsWith("none")) await expect(attempt).resolves.toBeDefined();
    else await expect(attempt).rejects.toMatchObject({ code: outcome });
  });

  test("never oneself", async () => {
    const { ctx } = await signInAs(world, admin);
    await expect(start(ctx, admin)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test.each(["invited", "suspended"] as const)("never somebody who is %s", async (status) => {
    const { ctx } = await signInAs(world, admin);
    const attempt = start(ctx, await world.createUser({ status }));
    await expect(attempt).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("nobody while acting as somebody else", async () => {
    const owner = await world.createUser({ roles: ["owner"] });
    const actor = (await whoIs(await impersonate(world, owner, admin))) as UserActor;
    const chained = { ...actor, permissions: world.as(admin).actor.permissions };
    const attempt = start({ ...world.anonymous(), actor: chained }, viewer);
    await expect(attempt).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining(`You are acting as ${admin.name}`),
    });
  });

  test("where the permission counts for a department, only its people can be found", async () => {
    const held = [grant("users.impersonate", { department: "same" }), grant("users.read")];
    const lead = await world.createUser({
      roles: [await makeRole(world, held)],
      department: "Sales",
    });
    const own = await signInAs(world, lead);
    const roles = [await makeRole(world, [grant("users.read")])];
    const stranger = await world.createUser({ roles, department: "Research" });
    await expect(start(own.ctx, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const colleague = await world.createUser({ roles, department: "Sales" });
    await expect(start(own.ctx, colleague)).resolves.toBeDefined();
  });

  test("whom one may not see is not there", async () => {
    const held = [grant("users.impersonate"), grant("users.read", { department: "same" })];
    const roles = [await makeRole(world, held)];
    const own = await signInAs(world, await world.createUser({ roles, department: "Sales" }));
    const stranger = await world.createUser({ roles: ["viewer"], department: "Research" });
    await expect(start(own.ctx, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("what one may do in one's own department is no way into another", async () => {
    const same = { department: "same" } as const;
    const held = [grant("users.impersonate"), grant("users.read"), grant("users.suspend", same)];
    const lead = await world.createUser({
      roles: [await makeRole(world, held)],
      department: "Sales",
    });
    const roles = [await makeRole(world, [grant("users.suspend", same)])];
    const own = await signInAs(world, lead);
    const stranger = await world.createUser({ roles, department: "Research" });
    await expect(start(own.ctx, stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const colleague = await world.createUser({ roles, department: "Sales" });
    await expect(start(own.ctx, colleague)).resolves.toBeDefined();
  });
});

describe("its end", () => {
  let acting: Impersonating;
  beforeEach(async () => {
    acting = await impersonate(world, admin, viewer);
  });

  const expectEnded = async () => {
    for (const each of [resolve, createSessionResolver(world.services)])
      expect(await each(acting.token, "192.0.2.1", acting.impersonation)).toMatchObject({
        userId: admin.id,
        permissions: world.as(admin).actor.permissions,
      });
  };
  const expectSignedOut = async () => {
    expect(await whoIs(acting)).toBeUndefined();
    expect(await sessionsOf(viewer)).toEqual([]);
  };

  test("by themselves: the own session goes on", async () => {
    const ctx = { ...world.anonymous(), actor: await whoIs(acting) };
    await stopImpersonation(ctx);
    await expectEnded();
    expect(ctx.setCookies).toEqual([
      expect.stringMatching(/^binnacle\.impersonation=;.*Max-Age=0/),
    ]);
  });

  test("by an admin in the session list of the user", async () => {
    const other = await signInAs(world, await world.createUser({ roles: ["admin"] }));
    expect(await revokeAllSessions(other.ctx, viewer.id)).toBe(1);
    await expectEnded();
  });

  test("after an hour, however busy", async () => {
    for (let minutes = 0; minutes < 59; minutes += 20) {
      expect(await whoIs(acting)).toMatchObject({ userId: viewer.id });
      await touched(acting);
      world.advance(20 * 60_000);
    }
    await expectEnded();
  });

  test("sooner, once the limit is made shorter", async () => {
    world.advance(6 * 60_000);
    expect(await whoIs(acting)).toMatchObject({ userId: viewer.id });
    const { settings } = world.services;
    const limits = settings.current.sessions;
    Object.assign(limits, { impersonationSeconds: 300 });
    await expectEnded();
    Object.assign(limits, { impersonationSeconds: 3600 });
  });

  test("with the user's suspension, at once", async () => {
    const owner = await world.createUser({ roles: ["owner"] });
    await suspendUser(world.as(owner), { userId: viewer.id, reason: undefined });
    await expectEnded();
  });

  test("with the own sign-out, which takes both cookies back", async () => {
    const ctx = { ...world.anonymous(), actor: await whoIs(acting) };
    await endCurrentSession(ctx);
    await expectSignedOut();
    expect(ctx.setCookies.map((cookie) => cookie.split("=")[0]).sort()).toEqual([
      "authjs.session-token",
      "binnacle.impersonation",
    ]);
  });

  test("with the revocation of the own session", async () => {
    await revokeAllSessions(world.as(await world.createUser({ roles: ["owner"] })), admin.id);
    await expectSignedOut();
  });

  test("with a change of the own password elsewhere", async () => {
    const elsewhere = await signInAs(world, admin);
    await changePassword(elsewhere.ctx, {
      currentPassword: PASSWORD,
      newPassword: OTHER_PASSWORD,
    });
    await expectSignedOut();
  });

  test("with the own suspension", async () => {
    const owner = await world.createUser({ roles: ["owner"] });
    await suspendUser(world.as(owner), { userId: admin.id });
    await expectSignedOut();
  });

  test("with the deletion of the own account", async () => {
    const elsewhere = await signInAs(world, admin);
    await deleteAccount(elsewhere.ctx, { password: PASSWORD });
    await expectSignedOut();
  });

  test.each([
    ["the impersonator loses the permission", () => setRoles(admin, ["support"])],
    ["the user may do as much", () => setRoles(viewer, ["admin"])],
    ["the user becomes an owner", () => setRoles(viewer, ["owner"])],
  ])("when %s, and it does not come back", async (_, change) => {
    await change();
    expect(await whoIs(acting)).toMatchObject({ userId: admin.id });
    await setRoles(admin, ["admin"]);
    await setRoles(viewer, ["viewer"]);
    await expectEnded();
    expect(await sessionsOf(viewer)).toEqual([]);
  });
});

async function setRoles(user: User, roles: string[]): Promise<void> {
  await world.services.db.update(users).set({ roles }).where(eq(users.id, user.id));
}

function sessionsOf(user: User) {
  return world.services.db.select().from(sessions).where(eq(sessions.userId, user.id));
}

/** The resolver writes the last use of both sessions beside the request. */
async function touched({ impersonation, token }: Impersonating): Promise<void> {
  const { db, now } = world.services;
  const isUsed = gt(sessions.lastSeenAt, new Date(now().getTime() - 60_000));
  const isEither = inArray(sessions.tokenHash, [hashSecret(token), hashSecret(impersonation)]);
  await expect.poll(() => db.$count(sessions, and(isEither, isUsed))).toBe(2);
}
