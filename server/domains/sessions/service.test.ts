import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { listSettings } from "#server/domains/settings/queries.ts";
import { updateSettings } from "#server/domains/settings/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { createSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { listSessions } from "./queries.ts";
import { createSessionResolver, type SessionResolver } from "./resolver.ts";
import {
  createSession,
  endCurrentSession,
  revokeAllSessions,
  revokeOtherSessions,
  revokeSession,
} from "./service.ts";

let world: TestWorld;
let resolve: SessionResolver;

beforeAll(async () => {
  world = await createTestWorld();
  resolve = createSessionResolver(world.services);
});
afterAll(() => world.close());

async function openSession(user: User, isRemembered = false) {
  const ctx = world.as(user);
  return inTransaction(ctx, (tx) => createSession(tx, ctx, { userId: user.id, isRemembered }));
}

async function signedIn(user: User): Promise<Context & { actor: UserActor }> {
  const { token } = await openSession(user);
  const actor = await resolve(token);
  if (!actor) throw new Error("the session does not resolve");
  return { ...world.anonymous(), actor };
}

test("a session stands for its user, with the permissions of their roles", async () => {
  const user = await world.createUser({ roles: ["support"] });
  const { token, sessionId } = await openSession(user);
  const actor = await resolve(token);
  expect(actor).toMatchObject({ kind: "user", userId: user.id, sessionId, roles: ["support"] });
  expect(actor?.permissions.has("users.suspend")).toBe(true);
  expect(actor?.permissions.has("mail.read")).toBe(false);
});

test.each([
  ["made up", createSecret()],
  ["empty", ""],
  ["too long", "a".repeat(100_000)],
  ["SQL", `{"\\\\x00"}'; drop table sessions; --`],
])("a token that is %s stands for nobody", async (_, token) => {
  expect(await resolve(token)).toBeUndefined();
});

test("a revoked session is gone on the next lookup, among many concurrent ones", async () => {
  const user = await world.createUser();
  const [kept, revoked] = await Promise.all([openSession(user), openSession(user)]);
  const other = createSessionResolver(world.services);
  const isRunning = { now: true };
  const traffic = Array.from({ length: 50 }, async () => {
    while (isRunning.now) expect(await resolve(kept.token)).toBeDefined();
  });
  const { sessionId } = revoked;
  expect(await resolve(revoked.token)).toBeDefined();
  await revokeSession(world.as(user), { userId: user.id, sessionId });
  const after = Array.from({ length: 20 }, () => [resolve(revoked.token), other(revoked.token)]);
  expect((await Promise.all(after.flat())).every((actor) => actor === undefined)).toBe(true);
  isRunning.now = false;
  await Promise.all(traffic);
});

test("a suspended user's session stands for nobody at once", async () => {
  const user = await world.createUser();
  const { token } = await openSession(user);
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  expect(await resolve(token)).toBeUndefined();
});

test("an unused session ends after the idle limit, a used one at the absolute limit", async () => {
  const user = await world.createUser();
  const [idle, used] = await Promise.all([openSession(user), openSession(user)]);
  const { idleSeconds, absoluteSeconds } = world.services.settings.current.sessions;
  const step = (idleSeconds - 10) * 1000;
  const steps = Math.floor((absoluteSeconds * 1000) / step);
  for (let passed = 1; passed <= steps; passed++) {
    world.advance(step);
    expect(await resolve(used.token), `after ${passed} steps`).toBeDefined();
    await lastUseWritten(user, used.sessionId);
  }
  expect(await resolve(idle.token)).toBeUndefined();
  world.advance(step);
  expect(await resolve(used.token)).toBeUndefined();
});

test("a stream that a page holds open by itself keeps no session alive", async () => {
  const user = await world.createUser();
  const { token } = await openSession(user);
  const resolveQuietly = createSessionResolver(world.services, { isUse: false });
  const { idleSeconds } = world.services.settings.current.sessions;
  const step = (idleSeconds / 4) * 1000;
  for (let passed = 1; passed <= 3; passed++) {
    world.advance(step);
    expect(await resolveQuietly(token)).toBeDefined();
  }
  world.advance(step + 1_000);
  expect(await resolveQuietly(token)).toBeUndefined();
});

/** The resolver writes the last use beside the request. */
async function lastUseWritten(user: User, sessionId: string) {
  await expect
    .poll(async () => {
      const filter = { userId: user.id, currentSessionId: null, clock: world.services };
      const found = (await listSessions(world.services.db, filter)).find(
        ({ id }) => id === sessionId,
      );
      return found && world.services.now().getTime() - found.lastSeenAt.getTime();
    })
    .toBeLessThan(60_000);
}

test("a remembered session outlives idleness, up to its own limit", async () => {
  const user = await world.createUser();
  const { token } = await openSession(user, true);
  const limit = world.services.settings.current.sessions.rememberedSeconds * 1000;
  world.advance(limit - 60_000);
  expect(await resolve(token)).toBeDefined();
  world.advance(61_000);
  expect(await resolve(token)).toBeUndefined();
});

test("a limit made shorter ends sessions that run; one made longer is for those to come", async () => {
  const user = await world.createUser();
  const [plain, remembered] = [await openSession(user), await openSession(user, true)];
  world.advance(20 * 60_000);
  const limit = async (absoluteSeconds: number) => {
    const { version } = (await listSettings(world.anonymous())).sessions;
    const rest = { rememberedSeconds: 86_400, idleSeconds: 1800, impersonationSeconds: 3600 };
    const value = { absoluteSeconds, ...rest };
    await updateSettings(world.anonymous(), { group: "sessions", value, version });
  };
  const listed = async () => {
    const filter = { userId: user.id, currentSessionId: null, clock: world.services };
    return (await listSessions(world.services.db, filter)).map(({ id }) => id);
  };
  await limit(1800);
  expect(await resolve(plain.token)).toBeDefined();
  await limit(900);
  expect(await resolve(plain.token)).toBeUndefined();
  expect(await resolve(remembered.token)).toBeDefined();
  expect(await listed()).toEqual([remembered.sessionId]);

  const before = await openSession(user);
  await limit(7 * 86_400);
  world.advance(16 * 60_000);
  expect(await resolve(before.token)).toBeUndefined();
});

test("people list their own live sessions, the current one marked", async () => {
  const user = await world.createUser();
  const ctx = await signedIn(user);
  await openSession(user);
  const listed = await listSessions(ctx.db, {
    userId: user.id,
    currentSessionId: ctx.actor.sessionId,
    clock: ctx,
  });
  expect(listed).toHaveLength(2);
  expect(listed.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([
    ctx.actor.sessionId,
  ]);
  expect(listed[0]).toMatchObject({ address: "192.0.2.1", isRemembered: false });
  expect(Object.keys(listed[0] ?? {})).not.toContain("tokenHash");
});

test("signing out elsewhere keeps the current session only, with an audit entry each", async () => {
  const user = await world.createUser();
  const ctx = await signedIn(user);
  const others = await Promise.all([openSession(user), openSession(user)]);
  expect(await revokeOtherSessions(ctx)).toBe(2);
  for (const { token } of others) expect(await resolve(token)).toBeUndefined();
  const entries = (await auditOf(world, "session.revoked")).filter(
    ({ subjectId }) => subjectId === user.id,
  );
  expect(entries).toHaveLength(2);
});

test("signing out ends the session, takes the cookie back and is audited", async () => {
  const user = await world.createUser();
  const ctx = await signedIn(user);
  await endCurrentSession(ctx);
  expect(ctx.setCookies.join()).toContain("Max-Age=0");
  const filter = { userId: user.id, currentSessionId: null, clock: ctx };
  expect(await listSessions(ctx.db, filter)).toEqual([]);
  const [entry] = await auditOf(world, "session.ended");
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id });
});

test("an admin ends a viewer's sessions, but not an owner's", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const viewer = await world.createUser();
  const owner = await world.createUser({ roles: ["owner"] });
  const [lower, higher] = [await openSession(viewer), await openSession(owner)];
  expect(await revokeAllSessions(admin, viewer.id)).toBe(1);
  expect(await resolve(lower.token)).toBeUndefined();
  await expect(revokeAllSessions(admin, owner.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { sessionId } = higher;
  await expect(revokeSession(admin, { userId: owner.id, sessionId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await resolve(higher.token)).toBeDefined();
});

test("nobody ends somebody else's session by calling it their own", async () => {
  const mallory = await world.createUser();
  const victim = await world.createUser();
  const { token, sessionId } = await openSession(victim);
  const attempt = revokeSession(world.as(mallory), { userId: mallory.id, sessionId });
  await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await resolve(token)).toBeDefined();
});
