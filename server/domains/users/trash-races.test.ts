import { arrayContains, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { signIn } from "#server/domains/auth/sign-in/service.ts";
import { createAccount, PASSWORD, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { purgeUser } from "./purge/service.ts";
import { findUser } from "./queries.ts";
import type { User } from "./schema.ts";
import { suspendUser } from "./suspension.ts";
import { deleteUser, restoreUser } from "./trash.ts";

const ROUNDS = 10;
let world: TestWorld;
let admins: User[];

beforeAll(async () => {
  world = await createTestWorld();
  admins = [
    await world.createUser({ roles: ["admin"] }),
    await world.createUser({ roles: ["admin"] }),
  ];
});
afterAll(() => world.close());

const as = (index: number) => world.as(admins[index] as User);
const actionsOn = async ({ id }: User) => {
  const entries = await world.services.db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, id))
    .orderBy(auditEntries.id);
  return entries.map(({ action }) => action);
};
const succeeded = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));

test("a sign-in beside a deletion leaves no session", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const user = await createAccount(world);
    const { id: userId, email } = user;
    await Promise.allSettled([
      signIn(visitor(world), { email, password: PASSWORD, remember: false }),
      new Promise((resolve) => setTimeout(resolve, round * 12)).then(() =>
        deleteUser(as(0), { userId }),
      ),
    ]);
    expect(await findUser(world.services.db, userId)).toMatchObject({ status: "deleted" });
    expect(await world.services.db.$count(sessions, eq(sessions.userId, userId))).toBe(0);
  }
});

test("a suspension beside a deletion ends in the trash, from where it comes back as the log says", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const user = await world.createUser();
    const { id: userId } = user;
    const results = await Promise.allSettled([
      suspendUser(as(0), { userId, reason: "Left" }),
      deleteUser(as(1), { userId }),
    ]);
    expect(results[1]?.status).toBe("fulfilled");
    const wasSuspended = (await actionsOn(user)).includes("user.suspended");
    expect(wasSuspended).toBe(results[0]?.status === "fulfilled");
    const { status } = await restoreUser(as(0), { userId });
    expect(status).toBe(wasSuspended ? "suspended" : "active");
  }
});

test("two admins delete and two restore at once: one of each does, with one entry", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const user = await world.createUser();
    const input = { userId: user.id };
    const deletions = await Promise.allSettled([
      deleteUser(as(0), input),
      deleteUser(as(1), input),
    ]);
    expect([succeeded(deletions), codes(deletions)]).toEqual([1, ["CONFLICT"]]);
    const returns = await Promise.allSettled([
      restoreUser(as(0), input),
      restoreUser(as(1), input),
    ]);
    expect([succeeded(returns), codes(returns)]).toEqual([1, ["CONFLICT"]]);
    expect(await actionsOn(user)).toEqual(["user.trashed", "user.restored"]);
  }
});

test("a restoration beside a purge: one of them happens, whole", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const user = await world.createUser();
    const { id: userId, email } = user;
    await deleteUser(as(0), { userId });
    const attempts = [
      () => restoreUser(as(0), { userId }),
      () => purgeUser(as(1), { userId, email }),
    ];
    if (round % 2) attempts.reverse();
    const results = await Promise.allSettled<unknown>(attempts.map((attempt) => attempt()));
    expect(succeeded(results)).toBe(1);
    const left = await findUser(world.services.db, userId);
    const last = (await actionsOn(user)).at(-1);
    expect(last).toBe(left ? "user.restored" : "user.purged");
    expect(codes(results)).toEqual([left ? "CONFLICT" : "NOT_FOUND"]);
  }
});

test("two owners who delete each other at once leave one, ten times over", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await world.services.db.delete(users).where(arrayContains(users.roles, ["owner"]));
    const [one, two] = [
      await world.createUser({ roles: ["owner"] }),
      await world.createUser({ roles: ["owner"] }),
    ];
    const results = await Promise.allSettled([
      deleteUser(world.as(one), { userId: two.id }),
      deleteUser(world.as(two), { userId: one.id }),
    ]);
    expect([succeeded(results), codes(results)]).toEqual([1, ["CONFLICT"]]);
    const owners = await world.services.db
      .select({ status: users.status })
      .from(users)
      .where(arrayContains(users.roles, ["owner"]));
    expect(owners.map(({ status }) => status).sort()).toEqual(["active", "deleted"]);
  }
  const { values: retries } = await world.services.metrics.retries.get();
  expect(retries, "they queue up instead of deadlocking").toEqual([]);
});
