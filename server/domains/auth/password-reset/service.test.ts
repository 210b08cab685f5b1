import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tokens } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import {
  auditOf,
  createAccount,
  mailedToken,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
  visitor,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { deleteDuring, whileLocked } from "#server/testing/races.ts";
import { settleBackgroundWork } from "../background.ts";
import { requestEmailVerification } from "../email-verification/service.ts";
import { signIn } from "../sign-in/service.ts";
import { requestPasswordReset, resetPassword } from "./service.ts";

const HOUR_MS = 3_600_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(async () => {
  await settleBackgroundWork();
  await world.close();
});

async function requestToken(email: string): Promise<string> {
  await requestPasswordReset(visitor(world), { email });
  await settleBackgroundWork();
  return mailedToken(world, email, "password-reset");
}

test("the mailed link sets a new password; old sessions and the old password are dead", async () => {
  const user = await createAccount(world);
  const ctx = visitor(world);
  await signIn(ctx, { email: user.email, password: PASSWORD, remember: true });
  const token = await requestToken(user.email);
  await resetPassword(visitor(world), { token, password: OTHER_PASSWORD });

  expect(await createSessionResolver(world.services)(sentToken(ctx) ?? "")).toBeUndefined();
  const old = signIn(visitor(world), { email: user.email, password: PASSWORD, remember: false });
  await expect(old).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  await signIn(visitor(world), { email: user.email, password: OTHER_PASSWORD, remember: false });
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
    resetPassword(visitor(world), { token, password: `${OTHER_PASSWORD} ${index}` }),
  );
  const results = await Promise.allSettled(uses);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the answer is the same, as fast and free of traces for addresses without an active account", async () => {
  const active = await createAccount(world);
  const suspended = await createAccount(world, { status: "suspended" });
  const invited = await world.createUser({ status: "invited" });
  const request = (email: string) => requestPasswordReset(visitor(world), { email });
  const answers = [await request("nobody@example.com")];
  for (const { id: userId, email } of [active, suspended, invited]) {
    // Nobody looks before the answer.
    answers.push(await whileLocked(world, { userId, work: () => request(email) }));
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
    for (let made = 0; made < 5; made++) await requestPasswordReset(visitor(world), { email });
    await expect(requestPasswordReset(visitor(world), { email })).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  }
});

test("a newer link ends the older one, and an hour ends both", async () => {
  const user = await createAccount(world);
  const older = await requestToken(user.email);
  const newer = await requestToken(user.email);
  const password = OTHER_PASSWORD;
  await expect(resetPassword(visitor(world), { token: older, password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  world.advance(HOUR_MS + 1_000);
  await expect(resetPassword(visitor(world), { token: newer, password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a weak password is refused on its field and the link still works", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  await expect(
    resetPassword(visitor(world), { token, password: "passwordpassword" }),
  ).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "password", code: "too_weak" }] });
  await resetPassword(visitor(world), { token, password: OTHER_PASSWORD });
});

test("someone suspended after the link was mailed cannot use it", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  await expect(
    resetPassword(visitor(world), { token, password: OTHER_PASSWORD }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an account deleted while its link is being made gets none, and nothing goes wrong", async () => {
  const user = await createAccount(world);
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line) => logged.push(line) });
  const work = async () => {
    await requestPasswordReset(visitor(world, { log }), { email: user.email });
    await settleBackgroundWork();
  };
  const outcome = await deleteDuring(world, { userId: user.id, work });
  expect(outcome).toMatchObject({ status: "fulfilled" });
  expect(logged).toEqual([]);
  expect(await mailsTo(world, user.email)).toEqual([]);
});

test("a link made for another purpose resets no password", async () => {
  const user = await createAccount(world);
  await requestEmailVerification(world.as(user));
  const token = await mailedToken(world, user.email, "email-verification");
  await expect(
    resetPassword(visitor(world), { token, password: OTHER_PASSWORD }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the database never holds the secret of a link", async () => {
  const user = await createAccount(world);
  const token = await requestToken(user.email);
  const rows = await world.services.db.select().from(tokens).where(eq(tokens.userId, user.id));
  const stored = rows.map(({ tokenHash }) => tokenHash.toString("base64url"));
  expect(rows).toHaveLength(1);
  expect(stored).not.toContain(token);
});
