import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAccount, mailsTo, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { whileLocked } from "#server/testing/races.ts";
import {
  ask,
  askForToken,
  newAddress,
  OPEN,
  registrationsOf,
  setRegistration,
  usersAt,
} from "#server/testing/registration.ts";
import { settleBackgroundWork } from "../background.ts";
import { getAuthStatus } from "../queries.ts";
import { getRegistration, register } from "./service.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(() => setRegistration(world, OPEN));
afterAll(async () => {
  await settleBackgroundWork();
  await world.close();
});

test("an unknown address is mailed a link, and is nobody's until it is proven", async () => {
  const { email, token } = await askForToken(world);
  const [mail, ...others] = await mailsTo(world, email);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Finish your Binnacle account");
  expect(mail?.text).toContain(`http://localhost:3000/register/complete?token=${token}`);
  expect(mail?.html, "anybody can have typed anything there").not.toContain("Nora");
  expect(await usersAt(world, email)).toEqual([]);
  expect(await registrationsOf(world, email)).toMatchObject([{ name: "Nora New" }]);
});

test("while registration is closed nobody registers and the door says so", async () => {
  const email = newAddress();
  expect(await getAuthStatus(visitor(world))).toMatchObject({ isRegistrationOpen: true });
  await setRegistration(world, { isOpen: false });
  expect(await getAuthStatus(visitor(world))).toMatchObject({ isRegistrationOpen: false });
  await expect(ask(world, email)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("by invitation"),
  });
  expect(await mailsTo(world, email)).toEqual([]);
  expect(await registrationsOf(world, email)).toEqual([]);
});

test("nobody registers before there is an owner, whatever the settings say", async () => {
  const empty = await createTestWorld();
  try {
    const { settings } = world.services;
    expect(settings.current.registration.isOpen).toBe(true);
    const asking = register(visitor(empty, { settings }), { email: newAddress(), name: "Early" });
    await expect(asking).rejects.toMatchObject({ code: "FORBIDDEN" });
  } finally {
    await empty.close();
  }
});

test.each([
  ["example.com", true],
  ["xn--mnchen-3ya.example", true],
  ["sub.example.com", false],
  ["notexample.com", false],
  ["example.com.evil.org", false],
])("with a list of domains, somebody at %s may register: %s", async (domain, isAllowed) => {
  await setRegistration(world, { allowedDomains: ["Example.com", "xn--mnchen-3ya.example"] });
  const email = newAddress(domain);
  const refused = {
    code: "VALIDATION",
    fields: [{ path: "email", message: "Use an address at example.com or xn--mnchen-3ya.example" }],
  };
  if (isAllowed) await ask(world, email);
  else await expect(ask(world, email)).rejects.toMatchObject(refused);
  expect(await mailsTo(world, email)).toHaveLength(isAllowed ? 1 : 0);
});

test("a long list of domains is not recited, and capitals in an address are no other domain", async () => {
  const allowedDomains = Array.from({ length: 6 }, (_, index) => `d${index}.example`);
  await setRegistration(world, { allowedDomains });
  await expect(ask(world, newAddress())).rejects.toMatchObject({
    fields: [{ path: "email", message: "Addresses of this domain cannot register" }],
  });
  await ask(world, newAddress("D3.Example"));
});

test("an address with an account gets the same answer, before anybody looks, and a mail without a key", async () => {
  const known = await createAccount(world);
  const suspended = await createAccount(world, { status: "suspended" });
  const invited = await world.createUser({ status: "invited" });
  const unknown = await register(visitor(world), { email: newAddress(), name: "Whoever" });
  for (const user of [known, suspended, invited]) {
    const work = () => register(visitor(world), { email: user.email, name: "Whoever" });
    expect(await whileLocked(world, { userId: user.id, work })).toBe(unknown);
    await settleBackgroundWork();
    const [mail, ...others] = await mailsTo(world, user.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ template: "account-exists" });
    expect(mail?.text).toContain(`Hello ${user.name},`);
    expect(mail?.text).not.toMatch(/token=|Whoever/);
    expect(await registrationsOf(world, user.email)).toEqual([]);
    expect(await usersAt(world, user.email)).toEqual([user]);
  }
  const [mail] = await mailsTo(world, known.email);
  for (const page of ["/sign-in", "/forgot-password"])
    expect(mail?.text).toContain(`http://localhost:3000${page}`);
  const [reminder] = await mailsTo(world, invited.email);
  expect(reminder?.text).toContain("the link in your invitation");
  expect(reminder?.text).not.toContain("/sign-in");
});

test("requests are throttled alike for addresses with an account and without", async () => {
  const user = await createAccount(world);
  for (const email of [user.email, newAddress()]) {
    for (let asked = 0; asked < 5; asked++) await ask(world, email);
    await expect(ask(world, email)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  }
});

test("one network address asks twenty times at most", async () => {
  const ctx = visitor(world);
  const askOnce = () => register(ctx, { email: newAddress(), name: "Nora New" });
  for (let asked = 0; asked < 20; asked++) await askOnce();
  await expect(askOnce()).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("two who ask for one address at once leave one link that works", async () => {
  const email = newAddress();
  await Promise.all([ask(world, email), ask(world, email)]);
  expect(await registrationsOf(world, email)).toHaveLength(1);
  const mails = await mailsTo(world, email);
  const tokens = mails.map(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? "");
  const found = await Promise.allSettled(
    tokens.map((token) => getRegistration(visitor(world), { token })),
  );
  expect(found.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the database never holds the secret of a link", async () => {
  const { email, token } = await askForToken(world);
  const [row] = await registrationsOf(world, email);
  expect(row?.tokenHash.byteLength).toBe(32);
  expect(row?.tokenHash.toString("base64url")).not.toBe(token);
});
