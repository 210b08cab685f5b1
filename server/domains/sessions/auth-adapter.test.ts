import { afterAll, beforeAll, expect, test } from "vitest";
import type { User } from "#server/domains/users/schema.ts";
import { createSecret } from "#server/platform/secret.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { createAuthAdapter } from "./auth-adapter.ts";
import { createSession } from "./service.ts";

let world: TestWorld;
let adapter: ReturnType<typeof createAuthAdapter>;

beforeAll(async () => {
  world = await createTestWorld();
  adapter = createAuthAdapter(world.services);
});
afterAll(() => world.close());

function openSession(user: User) {
  const ctx = world.as(user);
  const input = { userId: user.id, isRemembered: false };
  return inTransaction(ctx, (tx) => createSession(tx, ctx, input));
}

test("next-auth sees our session with id, name and address of the user, and nothing secret", async () => {
  const user = await world.createUser();
  const { token, expiresAt } = await openSession(user);
  expect(await adapter.getSessionAndUser(token)).toEqual({
    session: { sessionToken: token, userId: user.id, expires: expiresAt },
    user: { id: user.id, name: user.name, email: user.email, emailVerified: null },
  });
});

test("signing out through next-auth ends our session, with an audit entry", async () => {
  const user = await world.createUser();
  const { token } = await openSession(user);
  await adapter.deleteSession(token);
  expect(await adapter.getSessionAndUser(token)).toBeNull();
  const [entry] = await auditOf(world, "session.ended");
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id });
});

test("a made-up token is nobody's, and ending it does nothing", async () => {
  expect(await adapter.getSessionAndUser(createSecret())).toBeNull();
  await adapter.deleteSession(createSecret());
  await adapter.deleteSession("nonsense");
});

test("a session past its idle limit is nobody's for next-auth too", async () => {
  const { token } = await openSession(await world.createUser());
  world.advance(world.services.settings.current.sessions.idleSeconds * 1000 + 1000);
  expect(await adapter.getSessionAndUser(token)).toBeNull();
});

test("next-auth makes and links no users", async () => {
  await expect(adapter.createUser()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(adapter.linkAccount()).rejects.toMatchObject({ code: "FORBIDDEN" });
});
