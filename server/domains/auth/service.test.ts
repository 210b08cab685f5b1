import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { createSecret } from "#server/platform/secret.ts";
import {
  auditOf,
  createAccount,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { getAuthStatus } from "./queries.ts";
import { createOwner, issueSetUpToken, setPassword, setUp } from "./service.ts";
import { signIn } from "./sign-in/service.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld();
});
afterEach(() => world.close());

const owner = { name: "Ada Lovelace", email: "ada@example.com", password: PASSWORD };

async function printedToken(): Promise<string> {
  const url = await issueSetUpToken(world.services);
  const [, token = ""] =
    /^http:\/\/localhost:3000\/set-up\?token=([\w-]{43})$/.exec(url ?? "") ?? [];
  return token;
}

function listOwners() {
  return world.services.db.select().from(users).where(sql`${users.roles} @> array['owner']`);
}

test("the printed link makes the owner and signs them in; after that no link is printed", async () => {
  const token = await printedToken();
  const ctx = world.anonymous();
  expect(await getAuthStatus(ctx)).toEqual({
    isSetUp: false,
    isRegistrationOpen: false,
    viewer: null,
  });
  await setUp(ctx, { token, ...owner });

  const actor = await createSessionResolver(world.services)(sentToken(ctx) ?? "");
  expect(actor).toMatchObject({ email: owner.email, roles: ["owner"] });
  expect(actor?.emailVerifiedAt).not.toBeNull();
  expect(actor?.permissions.has("mail.read")).toBe(true);
  const status = await getAuthStatus({ ...ctx, actor });
  expect(status).toMatchObject({ isSetUp: true, viewer: { email: owner.email } });
  expect(await issueSetUpToken(world.services)).toBeNull();
  const [entry] = await auditOf(world, "owner.created");
  expect(JSON.stringify(entry?.changes)).not.toMatch(/argon2|velvet/);
});

test("of concurrent set-ups with the same and with other links one makes an owner", async () => {
  const tokens = await Promise.all([printedToken(), printedToken(), printedToken()]);
  const attempts = [...tokens, ...tokens].map((token, index) =>
    setUp(world.anonymous(), { token, ...owner, email: `owner-${index}@example.com` }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ name: "AppError" });
  }
  expect(await listOwners()).toHaveLength(1);
  const { values: retries } = await world.services.metrics.retries.get();
  expect(retries, "they queue up instead of deadlocking").toEqual([]);
});

test("a made-up link sets nothing up, and guessing links is throttled", async () => {
  await printedToken();
  for (let made = 0; made < 20; made++) {
    const guess = setUp(world.anonymous(), { token: createSecret(), ...owner });
    await expect(guess).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const guess = setUp(world.anonymous(), { token: createSecret(), ...owner });
  await expect(guess).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect(await listOwners()).toEqual([]);
});

test.each([
  ["short", "too_small"],
  ["passwordpassword", "too_weak"],
  ["1q2w3e4r5t6y7u8i", "too_weak"],
  ["ada lovelace ada@example.com", "too_weak"],
])("the password %j is refused on its field and the link still works", async (password, code) => {
  const token = await printedToken();
  const refused = setUp(world.anonymous(), { token, ...owner, password });
  await expect(refused).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "password", code }],
  });
  await setUp(world.anonymous(), { token, ...owner });
});

test("an operator makes an owner, which ends the printed links", async () => {
  const token = await printedToken();
  const ctx = createSystemContext(world.services, "create-owner");
  await createOwner(ctx, owner);
  const late = setUp(world.anonymous(), { token, ...owner, email: "late@example.com" });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(createOwner(ctx, owner)).rejects.toMatchObject({
    fields: [{ path: "email", code: "taken" }],
  });
  const [entry] = await auditOf(world, "owner.created");
  expect(entry).toMatchObject({ actorKind: "system", actorName: "create-owner" });
});

test("an operator sets a password: sessions end, the lockout ends, the user is told", async () => {
  const user = await createAccount(world);
  const ctx = world.anonymous();
  await signIn(ctx, { email: user.email, password: PASSWORD, remember: false });
  for (let made = 0; made < 10; made++) {
    const address = `2001:db8:${made}::1`;
    const stranger = world.anonymous({ request: { id: "x", address, userAgent: "" } });
    const wrong = { email: user.email, password: "wrong", remember: false };
    await expect(signIn(stranger, wrong)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  }
  const operator = createSystemContext(world.services, "reset-password");
  await setPassword(operator, { email: user.email, password: OTHER_PASSWORD });

  expect(await createSessionResolver(world.services)(sentToken(ctx) ?? "")).toBeUndefined();
  expect(await mailsTo(world, user.email, "password-changed")).toHaveLength(1);
  await signIn(world.anonymous(), {
    email: user.email,
    password: OTHER_PASSWORD,
    remember: false,
  });
});

test("an operator cannot set the password of nobody or of somebody not yet here", async () => {
  const operator = createSystemContext(world.services, "reset-password");
  const invited = await world.createUser({ status: "invited" });
  const input = { password: PASSWORD };
  await expect(
    setPassword(operator, { ...input, email: "nobody@example.com" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(setPassword(operator, { ...input, email: invited.email })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("the status of a database that is set up asks it no more", async () => {
  await createAccount(world, { roles: ["owner"] });
  const ctx = world.anonymous();
  await getAuthStatus(ctx);
  await world.services.db.delete(users).where(eq(users.roles, ["owner"]));
  expect((await getAuthStatus(ctx)).isSetUp).toBe(true);
});
