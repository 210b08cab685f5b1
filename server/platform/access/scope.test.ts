import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { createRandomPolicies, DEPARTMENTS } from "#server/testing/random-policies.ts";
import { isInScope, settle } from "./decide.ts";
import { whereInScope } from "./scope.ts";

type User = Awaited<ReturnType<TestWorld["createUser"]>>;

const POLICIES = 3_000;
const userFacts = { ownerId: users.id, department: users.department };
let world: TestWorld;
let people: User[];

beforeAll(async () => {
  world = await createTestWorld();
  people = [];
  for (let index = 0; index < 40; index++) {
    const department = DEPARTMENTS[index % DEPARTMENTS.length] ?? null;
    people.push(await world.createUser({ department }));
  }
});
afterAll(() => world.close());

test("the rows that a query finds are those that the engine lets in, for 3,000 policies × 40 users", async () => {
  const { db } = world.services;
  const next = createRandomPolicies(
    5,
    people.slice(0, 5).map(({ id }) => id),
  );
  let limited = 0;
  for (let index = 0; index < POLICIES; index++) {
    const { grants, moment, permission, holder } = next();
    const scope = settle(grants, moment).get(permission) ?? [];
    const where = whereInScope(scope, holder, userFacts);
    const found = await db.select({ id: users.id }).from(users).where(where).orderBy(users.id);
    const expected = people
      .filter(({ id, department }) => isInScope(scope, holder, { ownerId: id, department }))
      .map(({ id }) => id);
    expect(found.map(({ id }) => id)).toEqual(expected.sort());
    if (expected.length > 0 && expected.length < people.length) limited++;
  }
  expect(limited).toBeGreaterThan(300);
});

test("a scope narrows what else is asked for, and a lacking permission finds nothing", async () => {
  const { db } = world.services;
  const [someone, other] = people as [User, User];
  const holder = { userId: someone.id, department: someone.department };
  const whole = whereInScope([{ department: "same" }, { records: "own" }], holder, userFacts);
  expect(await db.$count(users, and(eq(users.id, other.id), whole))).toBe(0);
  expect(await db.$count(users, and(eq(users.id, someone.id), whole))).toBe(1);
  expect(await db.$count(users, whereInScope([], holder, userFacts))).toBe(0);
});
