import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tokens } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import type { Context } from "#server/platform/context.ts";
import {
  auditOf,
  createAccount,
  mailedToken,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { requestEmailVerification } from "../email-verification/service.ts";
import { signIn } from "../sign-in/service.ts";
import { settleBackgroundWork } from "./background.ts";
import { requestPasswordReset, resetPassword } from "./service.ts";

const HOUR_MS = 3_600_000;
let world: TestWorld;
let lastHost = 0;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(async () => {
  await settleBackgroundWork();
  await world.close();
});

function visitor(): Context {
  const address = `2001:db8:${(++lastHost).toString(16)}::1`;
  return world.anonymous({ request: { id: "test", address, userAgent: "Vitest" } });
}

async function requestToken(email: string): Promise<string> {
  await requestPasswordReset(visitor(), { email });
  await settleBackgroundWork();
  return mailedToken(world, email, "password-reset");
}

test("the mailed link sets a new password; old sessions and the old password are dead", async () => {
  const user = await createAccount(world);
  const ctx = visitor();
  await signIn(ctx, { email: user.email, password: PASSWORD, remember: true });
  const token = await requestToken(user.email);
  await resetPassword(visitor(), { token, password: OTHER_PASSWORD });

  expect(await createSessionResolver(world.services)(sentToken(ctx) ?? "")).toBeUndefined();
  const old = signIn(visitor(), { email: user.email, password: PASSWORD, remember: false });
  await expect(old).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await signIn(visitor(), { email: user.email, password: OTHER_PASSWORD, remember: false });
  expect(await mailsTo(world, user.email, "password-changed")).toHaveLength(1);
  const [entry] = await auditOf(world, "password.reset");
  expect(entry).toMatchObject({ subjectId: user.id, changes: {} });
  const [after] = await world.services.db.select().from(users).where(eq(users.id, user.id));
  expect(after?.emailVerifiedAt).not.toBeNull();
});

test("of ten uses of one link at once, one counts", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  const uses = Array.from({ length: 10 }, (_, index) =>
    resetPassword(visitor(), { token, password: `${OTHER_PASSWORD} ${index}` }),
  );
  const results = await Promise.allSettled(uses);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the answer is the same, as fast and free of traces for addresses without an active account", async () => {
  const active = await createAccount(world);
  const suspended = await createAccount(world, { status: "suspended" });
  const invited = await world.createUser({ status: "invited" });
  const answers = [];
  for (const email of [active.email, suspended.email, invited.email, "nobody@example.com"]) {
    answers.push(await requestPasswordReset(visitor(), { email }));
    const isMailed = (await mailsTo(world, email)).length > 0;
    expect(isMailed, "nothing is looked up before the answer").toBe(false);
    await settleBackgroundWork();
  }
  expect(new Set(answers).size).toBe(1);
  expect(await mailsTo(world, active.email)).toHaveLength(1);
  for (const email of [suspended.email, invited.email, "nobody@example.com"]) {
    expect(await mailsTo(world, email)).toEqual([]);
  }
});

test("requests are throttled alike for accounts that exist and that do not", async () => {
  const user = await createAccount(world);
  for (const email of [user.email, "ghost@example.com"]) {
    for (let made = 0; made < 5; made++) await requestPasswordReset(visitor(), { email });
    await expect(requestPasswordReset(visitor(), { email })).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  }
});

test("a newer link ends the older one, and an hour ends both", async () => {
  const user = await createAccount(world);
  const older = await requestToken(user.email);
  const newer = await requestToken(user.email);
  const password = OTHER_PASSWORD;
  await expect(resetPassword(visitor(), { token: older, password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  world.advance(HOUR_MS + 1_000);
  await expect(resetPassword(visitor(), { token: newer, password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a weak password is refused on its field and the link still works", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  await expect(
    resetPassword(visitor(), { token, password: "passwordpassword" }),
  ).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "password", code: "too_weak" }] });
  await resetPassword(visitor(), { token, password: OTHER_PASSWORD });
});

test("someone suspended after the link was mailed cannot use it", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  await expect(resetPassword(visitor(), { token, password: OTHER_PASSWORD })).rejects.toMatchObject(
    { code: "NOT_FOUND" },
  );
});

test("a link made for another purpose resets no password", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const token = await mailedToken(world, user.email, "email-verification");
  await expect(resetPassword(visitor(), { token, password: OTHER_PASSWORD })).rejects.toMatchObject(
    { code: "NOT_FOUND" },
  );
});

test("the database never holds the secret of a link", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  const rows = await world.services.db.select().from(tokens).where(eq(tokens.userId, user.id));
  const stored = rows.map(({ tokenHash }) => tokenHash.toString("base64url"));
  expect(rows).toHaveLength(1);
  expect(stored).not.toContain(token);
});
