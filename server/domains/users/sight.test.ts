import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import type { User } from "./schema.ts";

const createCaller = createCallerFactory(appRouter);
const SAME = { department: "same" } as const;
const NOT_FOUND = { code: "NOT_FOUND" };
let world: TestWorld;
let member: string;

beforeAll(async () => {
  world = await createTestWorld();
  member = await makeRole(world, [grant("account.manage")]);
});
afterAll(() => world.close());

const callAs = async (user: User) => createCaller(await world.asHolder(user));

/** Sees their own department, acts on everybody. */
async function createLead(...actions: Parameters<typeof grant>[0][]) {
  const grants = actions.map((permission) => grant(permission));
  const role = await makeRole(world, [
    grant("account.manage"),
    grant("users.read", SAME),
    ...grants,
  ]);
  return callAs(await world.createUser({ roles: [role], department: "Research" }));
}

const createStranger = () =>
  world.createUser({ roles: [member], department: "Sales", name: "Hidden Person" });

test("whoever may act on everybody and see some acts on those", async () => {
  const lead = await createLead(
    "users.suspend",
    "users.update",
    "users.delete",
    "users.impersonate",
  );
  const stranger = await createStranger();
  const { id: userId } = stranger;
  const edit = { userId, version: 1, name: "X", roles: [member], department: "Sales" };
  await expect(lead.users.suspend({ userId })).rejects.toMatchObject(NOT_FOUND);
  await expect(lead.users.reinstate({ userId })).rejects.toMatchObject(NOT_FOUND);
  await expect(lead.users.delete({ userId })).rejects.toMatchObject(NOT_FOUND);
  await expect(lead.impersonation.start({ userId, reason: "To look" })).rejects.toMatchObject(
    NOT_FOUND,
  );
  await expect(lead.users.update(edit)).rejects.toMatchObject(NOT_FOUND);
  const bulk = await lead.users.suspendMany({ selection: { ids: [userId] } });
  expect(JSON.stringify(bulk)).not.toContain("Hidden");
  expect(await callAs(stranger).then((caller) => caller.account.get())).toMatchObject({
    name: "Hidden Person",
  });
});

test("the trash holds whom the reader may see, and names as deleter nobody else", async () => {
  const lead = await createLead("users.delete");
  const boss = await callAs(await world.createUser({ roles: ["owner"], name: "Secret Boss" }));
  const inside = await world.createUser({ roles: [member], department: "Research" });
  const stranger = await createStranger();
  for (const { id } of [inside, stranger]) await boss.users.delete({ userId: id });
  const { items, total } = await lead.users.listTrash({});
  expect(items).toMatchObject([{ id: inside.id, deletedBy: null }]);
  expect(total).toBe(1);
  expect(await lead.users.emptyTrashPreview()).toMatchObject({ users: 1, outOfReach: 0 });
  await expect(lead.users.restore({ userId: stranger.id })).rejects.toMatchObject(NOT_FOUND);
});
