import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { inTransaction } from "./transaction.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("two transactions that deadlock both get through", async () => {
  const [first, second] = [await world.createUser(), await world.createUser()];
  const ctx = world.anonymous();
  const rename = (ids: string[], name: string) =>
    inTransaction(ctx, async (tx) => {
      for (const id of ids) {
        await tx.update(users).set({ name }).where(eq(users.id, id));
        await tx.execute(sql`select pg_sleep(0.1)`);
      }
    });
  await Promise.all([rename([first.id, second.id], "one"), rename([second.id, first.id], "two")]);
  const names = await world.services.db.select({ name: users.name }).from(users);
  expect(new Set(names.map(({ name }) => name)).size).toBe(1);
});

test("a connection killed before the commit is retried and leaves one effect", async () => {
  const ctx = world.anonymous();
  let attempts = 0;
  const user = await world.createUser({ name: "before" });
  await inTransaction(ctx, async (tx) => {
    attempts++;
    await tx
      .update(users)
      .set({ version: sql`${users.version} + 1` })
      .where(eq(users.id, user.id));
    if (attempts > 1) return;
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await world.services.raw`select pg_terminate_backend(${row?.pid ?? 0})`;
    await tx.execute(sql`select 1`);
  });
  const [after] = await world.services.db
    .select({ version: users.version })
    .from(users)
    .where(eq(users.id, user.id));
  expect(attempts).toBe(2);
  expect(after?.version).toBe(2);
});

test("an error of ours rolls everything back and is not retried", async () => {
  const user = await world.createUser({ name: "kept" });
  let attempts = 0;
  const failing = inTransaction(world.anonymous(), async (tx) => {
    attempts++;
    await tx.update(users).set({ name: "lost" }).where(eq(users.id, user.id));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const [after] = await world.services.db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, user.id));
  expect([attempts, after?.name]).toEqual([1, "kept"]);
});
