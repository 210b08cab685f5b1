import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { getUser } from "./queries.ts";
import type { UpdateUserInput, User } from "./schema.ts";
import { updateUser } from "./service.ts";

let world: TestWorld;
let owner: Context;

beforeAll(async () => {
  world = await createTestWorld();
  owner = world.as(await world.createUser({ roles: ["owner"] }));
});
afterAll(() => world.close());

const inputOf = ({ id: userId, name, roles, department, version }: User): UpdateUserInput => ({
  userId,
  name,
  roles,
  department,
  version,
});

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error("It was not refused");
}

test("the second editor is shown the user as they are now", async () => {
  const read = await world.createUser({ name: "Before" });
  const saved = await updateUser(owner, { ...inputOf(read), name: "By the first" });
  const late = updateUser(owner, { ...inputOf(read), department: "Research" });
  expect(await refusalOf(late)).toMatchObject({
    code: "CONFLICT",
    conflict: { version: 2, current: saved },
  });
  expect(await getUser(world.services.db, read.id)).toEqual(saved);
});

test("who may edit and not read learns nothing: the user is not there", async () => {
  const key = await makeRole(world, [grant("users.update"), grant("account.manage")]);
  const editor = await world.asHolder(await world.createUser({ roles: [key] }));
  const below = await makeRole(world, [grant("account.manage")]);
  const read = await world.createUser({ roles: [below] });
  await updateUser(owner, { ...inputOf(read), name: "Unseen" });
  const refusal = await refusalOf(updateUser(editor, { ...inputOf(read), name: "Mine" }));
  expect(refusal).toMatchObject({ code: "NOT_FOUND", conflict: undefined });
});

/** Adds one to the number in the department, from the record that a conflict shows where there is one. */
async function increment(read: User): Promise<void> {
  try {
    const department = String(Number(read.department) + 1);
    await updateUser(owner, { ...inputOf(read), department });
  } catch (error) {
    const current = error instanceof AppError && error.conflict?.current;
    if (!current) throw error;
    await increment(current as unknown as User);
  }
}

test("100 parallel increments of a counter field keep 100", async () => {
  const read = await world.createUser({ department: "0" });
  await Promise.all(Array.from({ length: 100 }, () => increment(read)));
  const after = await getUser(world.services.db, read.id);
  expect(after).toMatchObject({ department: "100", version: 101 });
});
