import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import type { TestWorld } from "./context.ts";

interface Work {
  /** Comes to wait for a lock of the transaction. */
  work: () => Promise<unknown>;
  /** What the transaction does. */
  change: (tx: Transaction) => Promise<unknown>;
}

interface Race extends Work {
  userId: string;
}

/** Commits a change once `work` has come to wait for it; tells how the work ended. */
export async function commitDuring(
  world: TestWorld,
  { work, change }: Work,
): Promise<PromiseSettledResult<unknown> | undefined> {
  const { working } = await world.services.db.transaction(async (tx) => {
    await change(tx);
    const working = Promise.allSettled([work()]);
    await someoneWaits(world);
    return { working };
  });
  const [result] = await working;
  return result;
}

export async function someoneWaits({ services: { raw } }: TestWorld): Promise<void> {
  const find = () =>
    raw`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(find).toHaveLength(1);
}

/** Changes an account between what `work` read before and what it does next; tells how the work ended. */
export async function changeDuring(
  world: TestWorld,
  { userId, work, change }: Race,
): Promise<PromiseSettledResult<unknown> | undefined> {
  const { db } = world.services;
  const { working } = await db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    const working = Promise.allSettled([work()]);
    await someoneWaits(world);
    await change(tx);
    return { working };
  });
  const [result] = await working;
  return result;
}

/** Deletes an account while `work` waits for it. */
export function deleteDuring(world: TestWorld, race: Omit<Race, "change">) {
  const { userId } = race;
  return changeDuring(world, {
    ...race,
    change: (tx) => tx.delete(users).where(eq(users.id, userId)),
  });
}

/** Runs `work`, which must not wait for the user's row, while somebody else holds it. */
export function whileLocked<T>(
  world: TestWorld,
  { userId, work }: { userId: string; work: () => Promise<T> },
): Promise<T> {
  return world.services.db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    return work();
  });
}
