import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import type { User } from "#server/domains/users/schema.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import {
  auditOf,
  mailedToken,
  mailsTo,
  PASSWORD,
  sentToken,
  visitor,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { deleteDuring } from "#server/testing/races.ts";
import { signIn } from "../sign-in/service.ts";
import { acceptInvitation, getInvitation, sendInvitation } from "./service.ts";

const DAY_MS = 86_400_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function invite(overrides: Partial<User> = {}) {
  const user = await world.createUser({ status: "invited", ...overrides });
  const admin = world.as(await world.createUser({ roles: ["admin"], name: "Grace Hopper" }));
  await inTransaction(admin, (tx) => sendInvitation(tx, admin, user));
  return { user, token: await mailedToken(world, user.email, "invitation") };
}

test("the mailed link says whom it is for and lets them in with the password they choose", async () => {
  const { user, token } = await invite();
  const [mail] = await mailsTo(world, user.email);
  expect(mail?.subject).toBe("Grace Hopper invites you to Binnacle");
  expect(mail?.text).toContain(`http://localhost:3000/invitation?token=${token}`);
  const invitation = await getInvitation(visitor(world), { token });
  expect(invitation).toMatchObject({ email: user.email, name: user.name });

  const ctx = visitor(world);
  await acceptInvitation(ctx, { token, name: "Chosen Name", password: PASSWORD });
  const actor = await createSessionResolver(world.services)(sentToken(ctx) ?? "");
  expect(actor).toMatchObject({ userId: user.id, name: "Chosen Name" });
  expect(actor?.emailVerifiedAt).not.toBeNull();
  await signIn(visitor(world), { email: user.email, password: PASSWORD, remember: false });
  const [entry] = await auditOf(world, "user.invitation-accepted");
  expect(entry?.changes).toMatchObject({ status: { before: "invited", after: "active" } });
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id });
});

test("of ten that accept one invitation at once, one gets in", async () => {
  const { user, token } = await invite();
  const attempts = Array.from({ length: 10 }, (_, index) =>
    acceptInvitation(visitor(world), { token, name: `Nr. ${index}`, password: PASSWORD }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "NOT_FOUND" });
  }
  const entries = await auditOf(world, "user.invitation-accepted");
  expect(entries.filter(({ subjectId }) => subjectId === user.id)).toHaveLength(1);
});

test("a new invitation ends the one before", async () => {
  const { user, token } = await invite();
  const ctx = world.anonymous();
  await inTransaction(ctx, (tx) => sendInvitation(tx, ctx, user));
  await expect(getInvitation(visitor(world), { token })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const renewed = await mailedToken(world, user.email, "invitation");
  expect(await getInvitation(visitor(world), { token: renewed })).toBeDefined();
});

test("an invitation ends after seven days", async () => {
  const { token } = await invite();
  world.advance(7 * DAY_MS - 60_000);
  await getInvitation(visitor(world), { token });
  world.advance(61_000);
  await expect(getInvitation(visitor(world), { token })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("an invited user who was suspended meanwhile cannot accept", async () => {
  const { user, token } = await invite();
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  const attempt = acceptInvitation(visitor(world), { token, name: "Me", password: PASSWORD });
  await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a user deleted while they are invited again gets no mail", async () => {
  const user = await world.createUser({ status: "invited" });
  const ctx = world.anonymous();
  const work = () => inTransaction(ctx, (tx) => sendInvitation(tx, ctx, user));
  const outcome = await deleteDuring(world, { userId: user.id, work });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect(await mailsTo(world, user.email)).toEqual([]);
});

test("an invitation in a transaction that fails is never mailed", async () => {
  const user = await world.createUser({ status: "invited" });
  const ctx = world.anonymous();
  const failing = inTransaction(ctx, async (tx) => {
    await sendInvitation(tx, ctx, user);
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await mailsTo(world, user.email)).toEqual([]);
});
