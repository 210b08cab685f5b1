import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteAccount } from "#server/domains/account/delete-account.ts";
import { AppError } from "#server/platform/errors.ts";
import { createAccount, PASSWORD } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { deleteUsers, suspendUsers } from "./bulk.ts";
import type { User } from "./schema.ts";
import { updateUser } from "./service.ts";
import { suspendUser } from "./suspension.ts";
import { deleteUser } from "./trash.ts";

const ROUNDS = 25;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

/** Every way in which an owner ceases to be one, by another owner or by themselves. */
function waysOut(by: User, target: User): (() => Promise<unknown>)[] {
  const ctx = world.as(by);
  const { id: userId, name, version } = target;
  const selection = { ids: [userId] };
  const demoted = { userId, name, version, roles: ["viewer"] };
  return [
    () => suspendUser(ctx, { userId, reason: undefined }),
    () => deleteUser(ctx, { userId }),
    () => updateUser(ctx, demoted),
    () => updateUser(world.as(target), demoted),
    () => suspendUsers(ctx, { selection, reason: undefined }),
    () => deleteUsers(ctx, { selection }),
    () => deleteAccount(world.as(target), { password: PASSWORD }),
  ];
}

test("of owners who all put each other out at once, in every way that there is, one stays", async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    await world.services.raw`delete from users`;
    const owners: User[] = [];
    for (let count = 0; count < 3; count++)
      owners.push(await createAccount(world, { roles: ["owner"] }));
    const ways = owners.flatMap((owner, index) => waysOut(owner, owners[(index + 1) % 3] as User));
    // Another order each time: every third way, from another beginning.
    const chosen = ways.filter((_, index) => (index + round) % 3 === 0);
    for (const outcome of await Promise.allSettled(chosen.map((way) => way())))
      outcomes.add(outcome.status === "fulfilled" ? "done" : codeOf(outcome.reason));
    const [left] = await world.services.raw<{ owners: number }[]>`
      select count(*)::int as owners from users where roles @> '{owner}' and status = 'active'`;
    expect(left?.owners).toBeGreaterThan(0);
  }
  expect(outcomes).toContain("done");
  expect(outcomes).toContain("CONFLICT");
});

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  throw error;
}
