import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Transaction } from "#db/client.ts";
import { registrations } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import { auditOf, PASSWORD, sentToken, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import {
  askForToken,
  complete,
  OPEN,
  registrationsOf,
  setRegistration,
  usersAt,
} from "#server/testing/registration.ts";
import { settleBackgroundWork } from "../background.ts";
import { signIn } from "../sign-in/service.ts";
import { completeRegistration, getRegistration } from "./service.ts";

const DAY_MS = 86_400_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(() => setRegistration(world, OPEN));
afterAll(async () => {
  await settleBackgroundWork();
  await world.close();
});

async function expectDead(token: string): Promise<void> {
  const refused = { code: "NOT_FOUND", message: expect.stringContaining("does not work any more") };
  await expect(getRegistration(visitor(world), { token })).rejects.toMatchObject(refused);
  await expect(complete(world, token)).rejects.toMatchObject(refused);
}

type Change = (tx: Transaction, untilItWaits: () => Promise<void>) => Promise<void>;

/** Completes a registration while a transaction that it comes to wait for makes a change. */
async function completeDuring(token: string, change: Change) {
  const { db, raw } = world.services;
  const findWaiting = () =>
    raw`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  let working: Promise<PromiseSettledResult<void>[]> | undefined;
  await db.transaction((tx) =>
    change(tx, async () => {
      working = Promise.allSettled([complete(world, token)]);
      await expect.poll(findWaiting).toHaveLength(1);
    }),
  );
  return (await working)?.[0];
}

test("the link makes an active user with the role of today, signed in, and works once", async () => {
  const { email, token } = await askForToken(world);
  const found = await getRegistration(visitor(world), { token });
  expect(found).toMatchObject({ email, name: "Nora New" });
  await setRegistration(world, { role: "support" });
  const ctx = visitor(world);
  await complete(world, token, ctx);

  const [user] = await usersAt(world, email);
  expect(user).toMatchObject({ name: "Nora Newcomer", status: "active", roles: ["support"] });
  expect(user?.emailVerifiedAt).not.toBeNull();
  expect(user?.lastSignInAt).not.toBeNull();
  const actor = await createSessionResolver(world.services)(sentToken(ctx) ?? "");
  expect(actor).toMatchObject({ userId: user?.id, roles: ["support"] });
  await signIn(visitor(world), { email, password: PASSWORD, remember: false });
  const [entry] = await auditOf(world, "user.registered");
  expect(entry).toMatchObject({ actorId: user?.id, actorName: "Nora Newcomer" });
  expect(entry?.subjectId).toBe(user?.id);
  expect(entry?.changes).toMatchObject({ status: { before: null, after: "active" } });
  expect(JSON.stringify(entry)).not.toContain(PASSWORD);
  expect(await registrationsOf(world, email)).toEqual([]);
  await expectDead(token);
});

test("whoever was signed in with the browser is not any more", async () => {
  const { token: first } = await askForToken(world);
  const before = visitor(world);
  await complete(world, first, before);
  const resolve = createSessionResolver(world.services);
  const actor = await resolve(sentToken(before) ?? "");
  const { token } = await askForToken(world);
  await complete(world, token, visitor(world, { actor }));
  expect(await resolve(sentToken(before) ?? "")).toBeUndefined();
});

test("of ten that finish one registration at once, one gets in", async () => {
  const { email, token } = await askForToken(world);
  const attempts = Array.from({ length: 10 }, () => complete(world, token));
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "NOT_FOUND" });
  }
  const [user, ...others] = await usersAt(world, email);
  expect(others).toEqual([]);
  const entries = await auditOf(world, "user.registered");
  expect(entries.filter(({ subjectId }) => subjectId === user?.id)).toHaveLength(1);
});

test("a newer link ends the earlier one, and a day ends both", async () => {
  const { email, token: earlier } = await askForToken(world);
  const { token } = await askForToken(world, email);
  await expectDead(earlier);
  world.advance(DAY_MS - 60_000);
  await getRegistration(visitor(world), { token });
  world.advance(61_000);
  await expectDead(token);
  expect(await usersAt(world, email)).toEqual([]);
});

test("a weak password, and one made of name and address, is refused and the link still works", async () => {
  const { email, token } = await askForToken(world);
  const name = "Nora Newcomer";
  for (const password of ["passwordpassword", `${name} ${email}`]) {
    const attempt = completeRegistration(visitor(world), { token, name, password });
    const fields = [{ path: "password", code: "too_weak" }];
    await expect(attempt).rejects.toMatchObject({ code: "VALIDATION", fields });
  }
  await complete(world, token);
});

test("a link does not work while registration is closed, and does when it opens again", async () => {
  const { email, token } = await askForToken(world);
  await setRegistration(world, { isOpen: false });
  const refused = { code: "FORBIDDEN", message: expect.stringContaining("by invitation") };
  await expect(getRegistration(visitor(world), { token })).rejects.toMatchObject(refused);
  await expect(complete(world, token)).rejects.toMatchObject(refused);
  expect(await usersAt(world, email)).toEqual([]);
  await setRegistration(world, OPEN);
  await complete(world, token);
});

test("registration closed while the password is being checked makes no user", async () => {
  const { email, token } = await askForToken(world);
  const outcome = await completeDuring(token, async (tx, untilItWaits) => {
    await tx.select().from(registrations).where(eq(registrations.email, email)).for("update");
    await untilItWaits();
    await setRegistration(world, { isOpen: false });
  });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "FORBIDDEN" } });
  expect(await usersAt(world, email)).toEqual([]);
  expect(await registrationsOf(world, email), "the link is not used up").toHaveLength(1);
});

test("a link for a domain that may not register any more is a dead link", async () => {
  const { email, token } = await askForToken(world);
  await setRegistration(world, { allowedDomains: ["example.org"] });
  await expectDead(token);
  expect(await usersAt(world, email)).toEqual([]);
});

test("a link for an address that got an account meanwhile is a dead link", async () => {
  const { email, token } = await askForToken(world);
  const user = await world.createUser({ email, status: "invited", roles: ["admin"] });
  await expectDead(token);
  expect(await usersAt(world, email)).toEqual([user]);
});

test("an account made while the password is being checked stays as it is", async () => {
  const { email, token } = await askForToken(world);
  const { newId, now } = world.services;
  const outcome = await completeDuring(token, async (tx, untilItWaits) => {
    const [createdAt, updatedAt] = [now(), now()];
    const user = { id: newId(), email, name: "Invited", roles: ["viewer"], createdAt, updatedAt };
    await tx.insert(users).values({ ...user, status: "invited" });
    await untilItWaits();
  });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect(await usersAt(world, email)).toMatchObject([{ name: "Invited", status: "invited" }]);
});

test("guessing links is throttled by network address", async () => {
  const ctx = visitor(world);
  const token = "x".repeat(43);
  for (let guess = 0; guess < 20; guess++) {
    await expect(getRegistration(ctx, { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(getRegistration(ctx, { token })).rejects.toMatchObject({ code: "RATE_LIMITED" });
});
