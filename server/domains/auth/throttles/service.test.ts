import { afterAll, beforeAll, expect, test } from "vitest";
import { signInThrottles } from "#db/schema/auth.ts";
import { AppError } from "#server/platform/errors.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { attempting, clearAccount, reserveAttempt } from "./service.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const MINUTE_MS = 60_000;
let lastHost = 0;
const nextAddress = () => `198.51.100.${++lastHost}`;
const from = (address: string) =>
  world.anonymous({ request: { id: "test", address, userAgent: "Vitest" } });

test("of fifty concurrent attempts on an account ten pass, from whatever addresses", async () => {
  const attempts = Array.from({ length: 50 }, (_, index) =>
    reserveAttempt(from(`2001:db8:${index}::1`), {
      purpose: "sign-in",
      account: "fifty@example.com",
      byAddress: true,
    }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});

test("of fifty concurrent attempts from an address ten pass, on whatever accounts", async () => {
  const ctx = from(nextAddress());
  const attempts = Array.from({ length: 50 }, (_, index) =>
    reserveAttempt(ctx, { purpose: "sign-in", account: `n${index}@example.com`, byAddress: true }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});

test("a refused attempt says when to come back, costs nothing, and the window opens again", async () => {
  const ctx = from(nextAddress());
  const attempt = {
    purpose: "email-verification",
    account: "w@example.com",
    byAddress: false,
  } as const;
  for (let made = 0; made < 5; made++) await reserveAttempt(ctx, attempt);
  world.advance(5 * MINUTE_MS);
  const error = await reserveAttempt(ctx, attempt).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "RATE_LIMITED" });
  expect((error as AppError).retryAfterSeconds).toBeGreaterThan(9.9 * 60);
  expect((error as AppError).retryAfterSeconds).toBeLessThanOrEqual(10 * 60);
  world.advance(10 * MINUTE_MS + 1_000);
  await reserveAttempt(ctx, attempt);
});

test("attempts that turn out well do not count, those that fail as expected do", async () => {
  const ctx = from(nextAddress());
  const attempt = {
    purpose: "sign-in",
    account: "mixed@example.com",
    byAddress: true,
    counted: ["UNAUTHENTICATED"],
  } as const;
  const fail = (code: AppError["code"]) => () => Promise.reject(new AppError(code, "no"));
  for (let made = 0; made < 30; made++) {
    await attempting(ctx, attempt, async () => undefined);
    await attempting(ctx, attempt, fail("UNAVAILABLE")).catch(() => undefined);
  }
  for (let made = 0; made < 10; made++) {
    const failing = attempting(ctx, attempt, fail("UNAUTHENTICATED"));
    await expect(failing).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  }
  const next = attempting(ctx, attempt, async () => undefined);
  await expect(next).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("clearing an account lets its owner in again, but not the address", async () => {
  const attempt = { purpose: "sign-in", account: "c@example.com", byAddress: true } as const;
  const address = nextAddress();
  for (let made = 0; made < 10; made++) await reserveAttempt(from(address), attempt);
  await clearAccount(world.services.db, "sign-in", "c@example.com");
  await expect(reserveAttempt(from(address), attempt)).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await reserveAttempt(from(nextAddress()), attempt);
});

test("an IPv6 network of /64 counts as one address, two networks as two", async () => {
  const attempt = { purpose: "sign-in", byAddress: true } as const;
  for (let host = 1; host <= 10; host++) {
    await reserveAttempt(from(`2001:db8:aa:bb::${host.toString(16)}`), attempt);
  }
  await expect(reserveAttempt(from("2001:db8:aa:bb:1:2:3:4"), attempt)).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  await reserveAttempt(from("2001:db8:aa:bc::1"), attempt);
});

test("the table holds no address that somebody typed", async () => {
  const attempt = { purpose: "sign-in", account: "secret@example.com", byAddress: false } as const;
  await reserveAttempt(from(nextAddress()), attempt);
  const rows = await world.services.db.select().from(signInThrottles);
  expect(JSON.stringify(rows)).not.toContain("secret@example.com");
});
