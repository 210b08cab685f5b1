import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { preparedIn, preparedOnce } from "./prepared.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const rename = preparedOnce((db) =>
  db
    .update(users)
    .set({ name: sql`${sql.placeholder("name")}` })
    .where(eq(users.id, sql.placeholder("id")))
    .prepare("test_rename"),
);

test("a prepared query is built once per database", () => {
  const { db } = world.services;
  expect(rename(db)).toBe(rename(db));
});

test("in a transaction it runs on its connection, and is rolled back with it", async () => {
  const { db } = world.services;
  const user = await world.createUser({ name: "before" });
  const failed = db.transaction(async (tx) => {
    await preparedIn(tx, rename(db)).execute({ id: user.id, name: "after" });
    const [inside] = await tx.select({ name: users.name }).from(users).where(eq(users.id, user.id));
    expect(inside?.name).toBe("after");
    throw new Error("give up");
  });
  await expect(failed).rejects.toThrow("give up");
  const [outside] = await db.select({ name: users.name }).from(users).where(eq(users.id, user.id));
  expect(outside?.name).toBe("before");
});
