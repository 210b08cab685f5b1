import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { auditOf, createAccount, mailedToken, mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { deleteDuring } from "#server/testing/races.ts";
import { requestEmailVerification, verifyEmail } from "./service.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("the mailed link confirms the address once, on any device", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const token = await mailedToken(world, user.email, "email-verification");
  const uses = Array.from({ length: 5 }, () => verifyEmail(world.anonymous(), { token }));
  const results = await Promise.allSettled(uses);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [after] = await world.services.db.select().from(users).where(eq(users.id, user.id));
  expect(after?.emailVerifiedAt).not.toBeNull();
  expect(after?.version).toBe(user.version + 1);
  const [entry] = await auditOf(world, "user.email-verified");
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id });
});

test("a confirmed address needs no second link", async () => {
  const user = await createAccount(world);
  const ctx = world.as(user);
  const actor = { ...ctx.actor, emailVerifiedAt: new Date() };
  await expect(requestEmailVerification({ ...ctx, actor })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("links are not mailed without end", async () => {
  const ctx = world.as(await createAccount(world));
  for (let made = 0; made < 5; made++) await requestEmailVerification(ctx);
  await expect(requestEmailVerification(ctx)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("a request leaves an audit entry with who asked", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const [entry] = await auditOf(world, "user.email-verification-requested");
  expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id, changes: {} });
});

test("an account deleted while the link is being made gets none, like one that never was", async () => {
  const user = await createAccount(world);
  const work = () => requestEmailVerification(world.as(user));
  const outcome = await deleteDuring(world, { userId: user.id, work });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect(await mailsTo(world, user.email)).toEqual([]);
});

test("a link whose account is deleted while it is pressed does not work any more", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const token = await mailedToken(world, user.email, "email-verification");
  const work = () => verifyEmail(world.anonymous(), { token });
  expect(await deleteDuring(world, { userId: user.id, work })).toMatchObject({
    status: "rejected",
    reason: { code: "NOT_FOUND", message: expect.stringContaining("does not work any more") },
  });
  const { values: retries } = await world.services.metrics.retries.get();
  expect(retries, "it waits instead of deadlocking").toEqual([]);
});

test("a link ends after a day", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const token = await mailedToken(world, user.email, "email-verification");
  world.advance(86_400_000 + 1_000);
  await expect(verifyEmail(world.anonymous(), { token })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
