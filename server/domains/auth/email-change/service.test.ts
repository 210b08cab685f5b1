import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import {
  auditOf,
  createAccount,
  mailedToken,
  mailsTo,
  PASSWORD,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { commitDuring, deleteDuring } from "#server/testing/races.ts";
import { signIn } from "../sign-in/service.ts";
import {
  cancelEmailChange,
  confirmEmailChange,
  getEmailChange,
  requestEmailChange,
} from "./service.ts";

const DAY_MS = 86_400_000;
let world: TestWorld;
let made = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function request(email = `new-${++made}@example.com`) {
  const user = await createAccount(world, { emailVerifiedAt: null });
  const own = world.as(user);
  await requestEmailChange(own, { email, currentPassword: PASSWORD });
  return { user, own, email };
}

async function confirm(side: "current" | "new", address: string) {
  const token = await mailedToken(world, address, `email-change-${side}`);
  return confirmEmailChange(world.anonymous(), { side, token });
}

async function storedUser(id: string) {
  const [user] = await world.services.db.select().from(users).where(eq(users.id, id));
  return user;
}

test("both addresses are written to in the language that the account has chosen", async () => {
  const { user, email } = await request();
  await world.services.db.update(users).set({ locale: "de" }).where(eq(users.id, user.id));
  await requestEmailChange(world.as(user), { email, currentPassword: PASSWORD });
  const [link] = await mailsTo(world, email, "email-change-new");
  expect(link?.subject).toBe("Bestätigen Sie Ihre neue E-Mail-Adresse");
  expect(link?.text).not.toContain(user.name);
  await confirm("current", user.email);
  await confirm("new", email);
  const [told] = await mailsTo(world, user.email, "email-changed");
  expect(told?.subject).toBe("Ihre E-Mail-Adresse wurde geändert");
});

describe.each([
  ["the present address first", ["current", "new"]],
  ["the new address first", ["new", "current"]],
] as const)("%s", (_, [first, second]) => {
  test("the second confirmation changes and verifies the address, and the old one is told", async () => {
    const { user, own, email } = await request();
    const addresses = { current: user.email, new: email };
    expect(await confirm(first, addresses[first])).toEqual({ isChanged: false });
    expect((await storedUser(user.id))?.email).toBe(user.email);
    const confirmed = first === "current" ? "currentConfirmedAt" : "newConfirmedAt";
    expect(await getEmailChange(own)).toMatchObject({ email, [confirmed]: expect.any(Date) });

    expect(await confirm(second, addresses[second])).toEqual({ isChanged: true });
    expect(await storedUser(user.id)).toMatchObject({
      email,
      emailVerifiedAt: expect.any(Date),
      version: user.version + 1,
    });
    expect(await getEmailChange(own)).toBeNull();
    const [told] = await mailsTo(world, user.email, "email-changed");
    expect(told?.text).toContain(email);
    const [entry] = await auditOf(world, "user.email-changed");
    expect(entry).toMatchObject({ actorId: user.id, subjectId: user.id });
    await signIn(world.anonymous(), { email, password: PASSWORD, remember: false });
    const old = { email: user.email, password: PASSWORD, remember: false };
    await expect(signIn(world.anonymous(), old)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

test("one link alone, pressed five times at once or twice, changes nothing", async () => {
  const { user, email } = await request();
  const token = await mailedToken(world, email, "email-change-new");
  const presses = Array.from({ length: 5 }, () =>
    confirmEmailChange(world.anonymous(), { side: "new", token }),
  );
  const results = await Promise.allSettled(presses);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const asOther = confirmEmailChange(world.anonymous(), { side: "current", token });
  await expect(asOther).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await storedUser(user.id))?.email).toBe(user.email);
});

test("both links pressed at once change the address once", async () => {
  const { user, email } = await request();
  const outcomes = await Promise.all([confirm("current", user.email), confirm("new", email)]);
  expect(outcomes.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  expect(await storedUser(user.id)).toMatchObject({ email, version: user.version + 1 });
});

test("an address that somebody has gets no link, and the answer is the same", async () => {
  const somebody = await createAccount(world);
  const { user } = await request(somebody.email);
  expect(await mailsTo(world, somebody.email)).toHaveLength(0);
  expect(await confirm("current", user.email)).toEqual({ isChanged: false });
});

test("an address that is taken before both have confirmed stays with who took it", async () => {
  const { user, email } = await request();
  await confirm("current", user.email);
  await createAccount(world, { email });
  await expect(confirm("new", email)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await storedUser(user.id))?.email).toBe(user.email);
});

test("an address that is being taken at the instant of the change stays with who takes it", async () => {
  const { user, email } = await request();
  const other = await createAccount(world);
  await confirm("current", user.email);
  const outcome = await commitDuring(world, {
    change: (tx) => tx.update(users).set({ email }).where(eq(users.id, other.id)),
    work: () => confirm("new", email),
  });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect((await storedUser(user.id))?.email).toBe(user.email);
});

test("a newer wish replaces the one before, with what was confirmed", async () => {
  const { user, own, email } = await request();
  const earlier = await mailedToken(world, email, "email-change-new");
  await confirm("current", user.email);
  const newer = `newer-${++made}@example.com`;
  await requestEmailChange(own, { email: newer, currentPassword: PASSWORD });
  const late = confirmEmailChange(world.anonymous(), { side: "new", token: earlier });
  await expect(late).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await confirm("new", newer)).toEqual({ isChanged: false });
  expect(await confirm("current", user.email)).toEqual({ isChanged: true });
  expect((await storedUser(user.id))?.email).toBe(newer);
});

test("a cancelled wish and one a day old are over", async () => {
  const cancelled = await request();
  await cancelEmailChange(cancelled.own);
  expect(await getEmailChange(cancelled.own)).toBeNull();
  await expect(confirm("new", cancelled.email)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await cancelEmailChange(cancelled.own);
  const entries = await auditOf(world, "user.email-change-cancelled");
  expect(entries.filter(({ actorId }) => actorId === cancelled.user.id)).toHaveLength(1);

  const old = await request();
  world.advance(DAY_MS + 1_000);
  expect(await getEmailChange(old.own)).toBeNull();
  await expect(confirm("new", old.email)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an account deleted while its wish is being written leaves none, and no mail", async () => {
  const user = await createAccount(world);
  const email = `new-${++made}@example.com`;
  const work = () => requestEmailChange(world.as(user), { email, currentPassword: PASSWORD });
  const outcome = await deleteDuring(world, { userId: user.id, work });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect(await mailsTo(world, user.email)).toEqual([]);
  expect(await mailsTo(world, email)).toEqual([]);
});

test("a suspended user's links do not work", async () => {
  const { user, email } = await request();
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  await expect(confirm("new", email)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the wrong password, the same address and the sixth wish are refused", async () => {
  const own = world.as(await createAccount(world));
  const refused = [
    [{ email: "x@example.com", currentPassword: "wrong" }, "currentPassword"],
    [{ email: own.actor.email, currentPassword: PASSWORD }, "email"],
  ] as const;
  for (const [input, field] of refused) {
    await expect(requestEmailChange(own, input)).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [expect.objectContaining({ path: field })],
    });
  }
  const wish = { email: "y@example.com", currentPassword: PASSWORD };
  for (let time = 0; time < 5; time++) await requestEmailChange(own, wish);
  await expect(requestEmailChange(own, wish)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});
