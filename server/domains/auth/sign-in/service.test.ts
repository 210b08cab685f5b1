import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transaction } from "#db/client.ts";
import { credentials } from "#db/schema/auth.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import type { User } from "#server/domains/users/schema.ts";
import { AppError } from "#server/platform/errors.ts";
import { hashSecret } from "#server/platform/secret.ts";
import {
  auditOf,
  createAccount,
  mailsTo,
  OTHER_PASSWORD,
  PASSWORD,
  sentToken,
  visitor,
} from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { changeDuring } from "#server/testing/races.ts";
import { hashPassword } from "../passwords/hash.ts";
import { signIn, signOut } from "./service.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const attempt = (email: string, password: string, ctx = visitor(world)) =>
  signIn(ctx, { email, password, remember: false });

async function errorOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${error}`);
  return error;
}

test("the right password signs in: cookie, stored hash of its token, audit, last sign-in", async () => {
  const user = await createAccount(world);
  const ctx = visitor(world);
  await attempt(user.email, PASSWORD, ctx);
  const token = sentToken(ctx) ?? "";
  const actor = await createSessionResolver(world.services)(token);
  expect(actor).toMatchObject({ userId: user.id, name: user.name });
  const [row] = await world.services.db.select().from(sessions).where(eq(sessions.userId, user.id));
  expect(row?.tokenHash).toEqual(hashSecret(token));
  expect(JSON.stringify(row)).not.toContain(token);
  const [entry] = await auditOf(world, "session.created");
  expect(entry).toMatchObject({ actorId: user.id, subjectType: "user", subjectId: user.id });
  const [after] = await world.services.db.select().from(users).where(eq(users.id, user.id));
  expect(after?.lastSignInAt).not.toBeNull();
  expect(after?.version).toBe(user.version);
});

test("only a remembered session's cookie outlives the browser", async () => {
  const user = await createAccount(world);
  const [short, long] = [visitor(world), visitor(world)];
  await signIn(short, { email: user.email, password: PASSWORD, remember: false });
  await signIn(long, { email: user.email, password: PASSWORD, remember: true });
  expect(short.setCookies.join()).not.toContain("Max-Age");
  expect(long.setCookies.join()).toContain("Max-Age=2592000");
});

test("unknown, invited and suspended accounts and wrong passwords get one and the same answer", async () => {
  const active = await createAccount(world);
  const invited = await world.createUser({ status: "invited" });
  const suspended = await createAccount(world, { status: "suspended" });
  const errors = await Promise.all([
    errorOf(attempt("nobody@example.com", PASSWORD)),
    errorOf(attempt(invited.email, PASSWORD)),
    errorOf(attempt(suspended.email, PASSWORD)),
    errorOf(attempt(active.email, "wrong")),
  ]);
  for (const error of errors) {
    expect(error).toMatchObject({
      code: "UNAUTHENTICATED",
      message: "E-mail or password is wrong.",
      fields: [],
    });
  }
});

test("an unknown account takes as long as a wrong password", async () => {
  const rounds = 15;
  const times = { known: [] as number[], unknown: [] as number[] };
  const measure = async (into: number[], email: string) => {
    const startedAt = performance.now();
    await errorOf(attempt(email, "wrong password of some length"));
    into.push(performance.now() - startedAt);
  };
  for (let round = 0; round < rounds; round++) {
    const { email } = await createAccount(world);
    await measure(times.known, email);
    await measure(times.unknown, `unknown-${round}@example.com`);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[(rounds - 1) / 2] ?? 0;
  const ratio = median(times.unknown) / median(times.known);
  expect(ratio, "a skipped hash would be about 0.1").toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("fifty concurrent wrong passwords: ten are looked at, then even the right one is refused", async () => {
  const user = await createAccount(world);
  const tries = Array.from({ length: 50 }, () => errorOf(attempt(user.email, "wrong")));
  const codes = (await Promise.all(tries)).map(({ code }) => code);
  expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(10);
  expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(40);
  const refusal = await errorOf(attempt(user.email, PASSWORD));
  expect(refusal.code).toBe("RATE_LIMITED");
  expect(refusal.retryAfterSeconds).toBeGreaterThan(0);
});

test("an unknown account locks like a known one, with the same words", async () => {
  const user = await createAccount(world);
  const refusals: AppError[] = [];
  for (const email of [user.email, "ghost@example.com"]) {
    for (let made = 0; made < 10; made++) await errorOf(attempt(email, "wrong"));
    refusals.push(await errorOf(attempt(email, "wrong")));
  }
  const [known, unknown] = refusals;
  expect(unknown?.code).toBe("RATE_LIMITED");
  expect(unknown?.message).toBe(known?.message);
});

test("one address that fails on ten accounts is locked out of the eleventh", async () => {
  const user = await createAccount(world);
  const ctx = visitor(world);
  for (let made = 0; made < 10; made++) await errorOf(attempt(`a${made}@example.com`, "x", ctx));
  expect((await errorOf(attempt(user.email, PASSWORD, ctx))).code).toBe("RATE_LIMITED");
  await attempt(user.email, PASSWORD);
});

test("right passwords never lock anybody out", async () => {
  const user = await createAccount(world);
  const ctx = visitor(world);
  for (let made = 0; made < 12; made++) await attempt(user.email, PASSWORD, ctx);
});

test("signing in makes a new token and ends the session that the browser had", async () => {
  const user = await createAccount(world);
  const resolve = createSessionResolver(world.services);
  const first = visitor(world);
  await attempt(user.email, PASSWORD, first);
  const old = sentToken(first) ?? "";
  const second = visitor(world, { actor: await resolve(old) });
  await attempt(user.email, PASSWORD, second);
  expect(sentToken(second)).not.toBe(old);
  expect(await resolve(old)).toBeUndefined();
  expect(await resolve(sentToken(second) ?? "")).toBeDefined();
});

test("a refused sign-in leaves the session that the browser had alone and sets no cookie", async () => {
  const user = await createAccount(world);
  const resolve = createSessionResolver(world.services);
  const first = visitor(world);
  await attempt(user.email, PASSWORD, first);
  const token = sentToken(first) ?? "";
  const second = visitor(world, { actor: await resolve(token) });
  await errorOf(attempt(user.email, "wrong", second));
  expect(second.setCookies).toEqual([]);
  expect(await resolve(token)).toBeDefined();
});

test("a hash with old parameters is replaced at sign-in and keeps working", async () => {
  const user = await createAccount(world);
  const { db } = world.services;
  const passwordHash = await hashPassword(PASSWORD, { memoryKib: 64, passes: 1, parallelism: 1 });
  await db.update(credentials).set({ passwordHash }).where(eq(credentials.userId, user.id));
  await attempt(user.email, PASSWORD);
  const [row] = await db.select().from(credentials).where(eq(credentials.userId, user.id));
  expect(row?.passwordHash).toContain("$m=19456,t=2,p=1$");
  await attempt(user.email, PASSWORD);
});

/** Lets a sign-in check its password, then changes the account before the session is made. */
function changeDuringSignIn(user: User, change: (tx: Transaction) => Promise<unknown>) {
  const work = () => attempt(user.email, PASSWORD);
  return changeDuring(world, { userId: user.id, work, change });
}

const REFUSED = { status: "rejected", reason: { code: "UNAUTHENTICATED" } };

test("a password replaced while the old one was being checked does not sign in", async () => {
  const user = await createAccount(world);
  const passwordHash = await hashPassword(OTHER_PASSWORD);
  const outcome = await changeDuringSignIn(user, (tx) =>
    tx.update(credentials).set({ passwordHash }).where(eq(credentials.userId, user.id)),
  );
  expect(outcome).toMatchObject(REFUSED);
});

test("somebody suspended while their password was being checked does not sign in", async () => {
  const user = await createAccount(world);
  const outcome = await changeDuringSignIn(user, (tx) =>
    tx.update(users).set({ status: "suspended" }).where(eq(users.id, user.id)),
  );
  expect(outcome).toMatchObject(REFUSED);
});

test("a damaged hash in the database refuses like a wrong password", async () => {
  const user = await createAccount(world);
  const passwordHash = "$argon2id$v=19$m=99999999,t=1,p=1$x$y";
  const { db } = world.services;
  await db.update(credentials).set({ passwordHash }).where(eq(credentials.userId, user.id));
  expect((await errorOf(attempt(user.email, PASSWORD))).code).toBe("UNAUTHENTICATED");
});

test("a device not seen before is told by mail, a known one and the first one are not", async () => {
  const user = await createAccount(world);
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const newer = firefox.replaceAll("140.0", "141.0");
  const from = (userAgent: string) => ({
    request: { id: "test", address: "203.0.113.9", userAgent },
  });
  const mails = () => mailsTo(world, user.email, "new-sign-in");
  await attempt(user.email, PASSWORD, visitor(world));
  expect(await mails()).toHaveLength(0);
  await attempt(user.email, PASSWORD, visitor(world, from(firefox)));
  expect((await mails())[0]?.text).toContain("Firefox on Linux");
  await attempt(user.email, PASSWORD, visitor(world, from(newer)));
  expect(await mails()).toHaveLength(1);
});

test("signing out twice is no error", async () => {
  const ctx = visitor(world);
  await signOut(ctx);
  await signOut(ctx);
  expect(ctx.setCookies.join()).toContain("Max-Age=0");
});

test("a user suspended a moment ago cannot sign in", async () => {
  const user: User = await createAccount(world);
  await world.services.db.update(users).set({ status: "suspended" }).where(eq(users.id, user.id));
  expect((await errorOf(attempt(user.email, PASSWORD))).code).toBe("UNAUTHENTICATED");
});
