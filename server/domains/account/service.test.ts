import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import { getUser } from "#server/domains/users/queries.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { accountRouter } from "./router.ts";
import { updateProfile } from "./service.ts";

let world: TestWorld;
const createCaller = createCallerFactory(accountRouter);

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("people change their own name; roles and permissions stay, the version moves on", async () => {
  const user = await world.createUser({ roles: ["support"] });
  const actor = await updateProfile(world.as(user), { name: "New Name" });
  expect(actor).toMatchObject({ userId: user.id, name: "New Name", roles: ["support"] });
  expect(await getUser(world.services.db, user.id)).toMatchObject({
    name: "New Name",
    roles: ["support"],
    version: 2,
  });
  const [entry] = await auditOf(world, "user.updated");
  expect(entry?.changes).toEqual({ name: { before: user.name, after: "New Name" } });
});

test("nobody's account is nobody's: every procedure asks for a session", async () => {
  const caller = createCaller(world.anonymous());
  const sessionId = world.services.newId();
  const calls = [
    caller.get(),
    caller.sessions(),
    caller.updateProfile({ name: "x" }),
    caller.changePassword({ currentPassword: "x", newPassword: "x".repeat(20) }),
    caller.requestEmailVerification(),
    caller.revokeSession({ sessionId }),
    caller.revokeOtherSessions(),
  ];
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("the viewer carries no more than the browser may know", async () => {
  const viewer = await createCaller(world.as(await world.createUser())).get();
  expect(Object.keys(viewer).sort()).toEqual([
    "email",
    "emailVerifiedAt",
    "impersonator",
    "name",
    "permissions",
    "roles",
    "sessionId",
    "userId",
  ]);
});

test("a field that is not the user's to change is refused", async () => {
  const caller = createCaller(world.as(await world.createUser()));
  const input = { name: "x", roles: ["owner"] };
  await expect(caller.updateProfile(input)).rejects.toMatchObject({
    code: "UNPROCESSABLE_CONTENT",
  });
});
