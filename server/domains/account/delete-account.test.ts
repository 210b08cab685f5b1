import { arrayContains, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { credentials, tokens } from "#db/schema/auth.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { requestEmailVerification } from "#server/domains/auth/email-verification/service.ts";
import { hashPassword } from "#server/domains/auth/passwords/hash.ts";
import { signIn } from "#server/domains/auth/sign-in/service.ts";
import { createSessionResolver, type SessionResolver } from "#server/domains/sessions/resolver.ts";
import type { User } from "#server/domains/users/schema.ts";
import {
  auditOf,
  createAccount,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { changeDuring } from "#server/testing/races.ts";
import { deleteAccount } from "./delete-account.ts";
import { accountRouter } from "./router.ts";

const CLEARED = "authjs.session-token=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
const LAST_OWNER = {
  code: "CONFLICT",
  message: "This is the last owner. Make somebody else an owner first.",
};

let world: TestWorld;
let resolve: SessionResolver;

beforeAll(async () => {
  world = await createTestWorld();
  resolve = createSessionResolver(world.services);
});
beforeEach(async () => {
  await world.services.db.delete(users).where(arrayContains(users.roles, ["owner"]));
});
afterAll(() => world.close());

async function openSession({ email }: User): Promise<string> {
  const ctx = world.anonymous();
  await signIn(ctx, { email, password: PASSWORD, remember: false });
  return sentToken(ctx) ?? "";
}

async function countRowsOf({ id }: User) {
  const { db } = world.services;
  return {
    users: await db.$count(users, eq(users.id, id)),
    credentials: await db.$count(credentials, eq(credentials.userId, id)),
    sessions: await db.$count(sessions, eq(sessions.userId, id)),
    tokens: await db.$count(tokens, eq(tokens.userId, id)),
  };
}

const remove = (user: User, password = PASSWORD) => deleteAccount(world.as(user), { password });
const codeOf = (work: Promise<void>) =>
  work.then(
    () => "done",
    ({ code }: { code: string }) => code,
  );
const exists = async (user: User) => (await countRowsOf(user)).users === 1;

test("a deleted account is gone with its password, links and sessions, and nobody gets in", async () => {
  const user = await createAccount(world);
  const [here, there] = [await openSession(user), await openSession(user)];
  await requestEmailVerification(world.as(user));
  expect(await countRowsOf(user)).toEqual({ users: 1, credentials: 1, sessions: 2, tokens: 1 });
  const ctx = world.as(user);
  await deleteAccount(ctx, { password: PASSWORD });
  expect(await countRowsOf(user)).toEqual({ users: 0, credentials: 0, sessions: 0, tokens: 0 });
  expect(ctx.setCookies).toEqual([CLEARED]);
  for (const token of [here, there]) expect(await resolve(token)).toBeUndefined();
  await expect(openSession(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});

test("whoever leaves is told so in the language that they chose", async () => {
  const user = await createAccount(world);
  await world.services.db.update(users).set({ locale: "fr" }).where(eq(users.id, user.id));
  await remove(user);
  const [told] = await mailsTo(world, user.email, "account-deleted");
  expect(told?.subject).toBe("Votre compte Binnacle a été supprimé");
});

test("the audit log keeps their history and says who left; sent mail stays", async () => {
  const user = await createAccount(world, { name: "Lena Leaver" });
  await openSession(user);
  await requestEmailVerification(world.as(user));
  const ctx = world.as(user);
  await deleteAccount(ctx, { password: PASSWORD });
  const [entry] = await auditOf(world, "user.deleted");
  expect(entry).toMatchObject({
    actorKind: "user",
    actorId: user.id,
    actorName: "Lena Leaver",
    subjectType: "user",
    subjectId: user.id,
    requestId: ctx.request.id,
    address: ctx.request.address,
    changes: {
      email: { before: user.email, after: null },
      name: { before: "Lena Leaver", after: null },
      roles: { before: ["viewer"], after: null },
    },
  });
  const history = await world.services.db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, user.id))
    .orderBy(auditEntries.id);
  expect(history.map(({ action }) => action)).toEqual([
    "session.created",
    "user.email-verification-requested",
    "user.deleted",
  ]);
  expect(await mailsTo(world, user.email, "email-verification")).toHaveLength(1);
});

test("the deleted address is told when, from where, and what to do if it was not them", async () => {
  const user = await createAccount(world, { name: "Lena Leaver" });
  await remove(user);
  const mails = await mailsTo(world, user.email);
  expect(mails).toMatchObject([
    { template: "account-deleted", subject: "Your Binnacle account was deleted" },
  ]);
  expect(mails[0]?.text).toMatch(/^Hello Lena Leaver,/);
  expect(mails[0]?.text).toMatch(/^When +.+ UTC$/m);
  expect(mails[0]?.text).toMatch(/^From +192\.0\.2\.1$/m);
  expect(mails[0]?.text).toContain("If it was not you, tell an administrator at once");
});

test("what mail they wanted is forgotten, what they had given up stays given up", async () => {
  const user = await createAccount(world);
  const { db, now } = world.services;
  const row = { recipient: user.email, changedAt: now() };
  await db.insert(mailPreferences).values([
    { ...row, category: "digest", isWanted: true, token: `${user.id}-1` },
    { ...row, category: "alerts", isWanted: false, token: `${user.id}-2` },
  ]);
  await remove(user);
  const kept = await db
    .select({ category: mailPreferences.category })
    .from(mailPreferences)
    .where(eq(mailPreferences.recipient, user.email));
  expect(kept).toEqual([{ category: "alerts" }]);
});

test("a wrong password is refused on its field, and everything stays", async () => {
  const user = await createAccount(world);
  const token = await openSession(user);
  const ctx = world.as(user);
  await expect(deleteAccount(ctx, { password: OTHER_PASSWORD })).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "password", code: "wrong", message: "This is not your current password" }],
  });
  expect(ctx.setCookies).toEqual([]);
  expect(await exists(user)).toBe(true);
  expect(await resolve(token)).toBeDefined();
  expect(await mailsTo(world, user.email)).toEqual([]);
});

test("a stolen session cannot guess the password: ten tries, then not even the right one", async () => {
  const user = await createAccount(world);
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(remove(user, "wrong"))));
  expect(codes.filter((code) => code === "VALIDATION")).toHaveLength(10);
  expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(10);
  await expect(remove(user)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect(await exists(user)).toBe(true);
});

test("the last active owner stays, whoever else is suspended or invited", async () => {
  const owner = await createAccount(world, { roles: ["owner"] });
  await world.createUser({ roles: ["owner"], status: "suspended" });
  await world.createUser({ roles: ["owner"], status: "invited" });
  await expect(remove(owner)).rejects.toMatchObject(LAST_OWNER);
  expect(await exists(owner)).toBe(true);
  expect(await mailsTo(world, owner.email)).toEqual([]);
  await world.createUser({ roles: ["owner"] });
  await remove(owner);
  expect(await exists(owner)).toBe(false);
});

test("two owners who delete themselves at once leave one, ten times over", async () => {
  for (let round = 0; round < 10; round++) {
    await world.services.db.delete(users).where(arrayContains(users.roles, ["owner"]));
    const owners = [
      await createAccount(world, { roles: ["owner"] }),
      await createAccount(world, { roles: ["owner"] }),
    ];
    const results = await Promise.allSettled(owners.map((owner) => remove(owner)));
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toMatchObject([{ reason: LAST_OWNER }]);
    expect((await Promise.all(owners.map(exists))).filter(Boolean)).toHaveLength(1);
  }
  const { values: retries } = await world.services.metrics.retries.get();
  expect(retries, "they queue up instead of deadlocking").toEqual([]);
});

test("a password replaced while the old one was being checked does not delete the account", async () => {
  const user = await createAccount(world);
  const passwordHash = await hashPassword(OTHER_PASSWORD);
  const outcome = await changeDuring(world, {
    userId: user.id,
    work: () => remove(user),
    change: (tx) =>
      tx.update(credentials).set({ passwordHash }).where(eq(credentials.userId, user.id)),
  });
  expect(outcome).toMatchObject({ status: "rejected", reason: { code: "CONFLICT" } });
  expect(await exists(user)).toBe(true);
  expect(await mailsTo(world, user.email)).toEqual([]);
});

test("somebody suspended a moment ago cannot take their row with them", async () => {
  const user = await createAccount(world, { status: "suspended" });
  await expect(remove(user)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(await exists(user)).toBe(true);
});

test("nobody's account is not to be deleted: the procedure asks for a session", async () => {
  const caller = createCallerFactory(accountRouter)(world.anonymous());
  await expect(caller.delete({ password: PASSWORD })).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
});
