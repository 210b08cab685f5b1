import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registrations, signInThrottles, tokens } from "#db/schema/auth.ts";
import { idempotencyKeys } from "#db/schema/idempotency.ts";
import { sessions } from "#db/schema/sessions.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createSecret, hashSecret } from "#server/platform/secret.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { PURGE_EXPIRED } from "./catalog.ts";
import { purgeExpired } from "./purge.ts";

const DAY_MS = 86_400_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

function sessionRow(userId: string, ageMs: number, isRemembered = false) {
  const createdAt = new Date(world.services.now().getTime() - ageMs);
  return {
    id: world.services.newId(),
    tokenHash: hashSecret(createSecret()),
    userId,
    isRemembered,
    address: "192.0.2.1",
    userAgent: "Vitest",
    createdAt,
    lastSeenAt: createdAt,
    authenticatedAt: createdAt,
    expiresAt: new Date(createdAt.getTime() + (isRemembered ? 30 : 0.5) * DAY_MS),
  };
}

function tokenRow(userId: string, state: { usedAt?: Date; expiresInMs: number }) {
  const now = world.services.now();
  return {
    id: world.services.newId(),
    purpose: "invitation" as const,
    tokenHash: hashSecret(createSecret()),
    userId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + state.expiresInMs),
    usedAt: state.usedAt ?? null,
  };
}

function registrationRow(email: string, expiresInMs: number) {
  const now = world.services.now();
  return {
    email,
    name: "Reg",
    tokenHash: hashSecret(createSecret()),
    createdAt: now,
    expiresAt: new Date(now.getTime() + expiresInMs),
  };
}

test("the purge deletes what is over, in batches, leaves the rest and is audited", async () => {
  const { db, now } = world.services;
  const { id } = await world.createUser();
  const over = Array.from({ length: 1_200 }, () => sessionRow(id, DAY_MS));
  await db
    .insert(sessions)
    .values([
      ...over,
      sessionRow(id, 3_600_000),
      sessionRow(id, 60_000),
      sessionRow(id, 20 * DAY_MS, true),
    ]);
  await db
    .insert(tokens)
    .values([
      tokenRow(id, { expiresInMs: -1_000 }),
      tokenRow(id, { expiresInMs: DAY_MS, usedAt: now() }),
      tokenRow(id, { expiresInMs: DAY_MS }),
    ]);
  await db.insert(signInThrottles).values([
    { key: "old", failures: 3, windowStartedAt: new Date(now().getTime() - 2 * DAY_MS) },
    { key: "new", failures: 3, windowStartedAt: now() },
  ]);

  await db
    .insert(registrations)
    .values([
      registrationRow("late@example.com", -1_000),
      registrationRow("early@example.com", DAY_MS),
    ]);

  const outcomeRow = (key: string, expiresInMs: number) => ({
    keyHash: Buffer.from(key),
    userId: id,
    inputHash: Buffer.alloc(32),
    outcome: "{}",
    expiresAt: new Date(now().getTime() + expiresInMs),
  });
  await db.insert(idempotencyKeys).values([outcomeRow("over", -1_000), outcomeRow("kept", DAY_MS)]);

  const ctx = createSystemContext(world.services, PURGE_EXPIRED.name);
  expect(await purgeExpired(ctx)).toEqual({
    sessions: 1_201,
    links: 2,
    registrations: 1,
    throttles: 1,
    outcomes: 1,
  });

  expect((await db.select({ left: count() }).from(sessions))[0]?.left).toBe(2);
  expect((await db.select({ left: count() }).from(tokens))[0]?.left).toBe(1);
  expect(await db.select({ email: registrations.email }).from(registrations)).toEqual([
    { email: "early@example.com" },
  ]);
  expect((await db.select({ left: count() }).from(signInThrottles))[0]?.left).toBe(1);
  expect(await db.$count(idempotencyKeys)).toBe(1);
  const entries = await auditOf(world, "sessions.purged");
  expect(entries.map(({ changes }) => changes.sessions?.after)).toEqual([201, 1_000]);
  expect(entries[0]).toMatchObject({ actorKind: "system", actorName: "sessions.purge-expired" });
});

test("a purge with nothing to do writes no audit entry, and two at once remove each row once", async () => {
  const { id } = await world.createUser();
  const { db } = world.services;
  const before = (await auditOf(world, "sessions.purged")).length;
  const ctx = createSystemContext(world.services, PURGE_EXPIRED.name);
  await purgeExpired(ctx);
  expect(await auditOf(world, "sessions.purged")).toHaveLength(before);
  await db.insert(sessions).values(Array.from({ length: 300 }, () => sessionRow(id, DAY_MS)));
  const runs = await Promise.all([purgeExpired(ctx), purgeExpired(ctx), purgeExpired(ctx)]);
  expect(runs.reduce((sum, run) => sum + run.sessions, 0)).toBe(300);
});
