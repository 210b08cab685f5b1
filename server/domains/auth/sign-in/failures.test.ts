import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInFailures } from "#db/schema/auth.ts";
import { AppError } from "#server/platform/errors.ts";
import { createAccount, PASSWORD, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { settleBackgroundWork } from "../background.ts";
import { countFailure } from "./failures.ts";
import { signIn } from "./service.ts";

const HOUR_MS = 3_600_000;
const refused = new AppError("UNAUTHENTICATED", "no");
const throttled = new AppError("RATE_LIMITED", "no");
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

async function readFailures() {
  await settleBackgroundWork();
  return world.services.db.select().from(signInFailures).orderBy(asc(signInFailures.hour));
}

async function emptied() {
  await settleBackgroundWork();
  await world.services.db.delete(signInFailures);
}

test("wrong passwords, unknown accounts and locked doors are counted, sign-ins are not", async () => {
  await emptied();
  const user = await createAccount(world);
  const attempt = (email: string, password: string) =>
    signIn(visitor(world), { email, password, remember: false }).catch(() => undefined);
  await attempt(user.email, PASSWORD);
  for (let made = 0; made < 12; made++) await attempt(user.email, "wrong");
  await attempt("nobody@example.com", PASSWORD);
  expect(await readFailures()).toMatchObject([{ refused: 11, throttled: 2 }]);
});

test("a thousand failures at once are all counted, in one row and few statements", async () => {
  await emptied();
  const statements = countStatements();
  for (let made = 0; made < 1_000; made++)
    countFailure(world.anonymous(), made % 4 === 0 ? throttled : refused);
  const rows = await readFailures();
  expect(statements.stop()).toBeLessThan(5);
  expect(rows).toMatchObject([{ refused: 750, throttled: 250 }]);
});

test("each hour has a row of its own, whole hours in UTC", async () => {
  await emptied();
  countFailure(world.anonymous(), refused);
  await settleBackgroundWork();
  world.advance(HOUR_MS);
  countFailure(world.anonymous(), refused);
  const [first, second] = await readFailures();
  expect(first?.hour.getTime()).toBe((second?.hour.getTime() ?? 0) - HOUR_MS);
  expect(first?.hour.toISOString()).toMatch(/:00:00\.000Z$/);
});

test("what could not be written is counted with the next failure", async () => {
  await emptied();
  const { raw } = world.services;
  await raw`alter table sign_in_failures rename to away`;
  countFailure(world.anonymous(), refused);
  await settleBackgroundWork();
  await raw`alter table away rename to sign_in_failures`;
  countFailure(world.anonymous(), refused);
  expect(await readFailures()).toMatchObject([{ refused: 2, throttled: 0 }]);
});

test("a fault of ours is no failed sign-in", async () => {
  await emptied();
  countFailure(world.anonymous(), new AppError("UNAVAILABLE", "no"));
  countFailure(world.anonymous(), new Error("broken"));
  expect(await readFailures()).toEqual([]);
});

function countStatements() {
  const { $client: client } = world.services.db as unknown as {
    $client: { options: { debug: unknown } };
  };
  let sent = 0;
  client.options.debug = () => {
    sent += 1;
  };
  return {
    stop: () => {
      client.options.debug = false;
      return sent;
    },
  };
}
