import { afterAll, beforeAll, expect, test } from "vitest";
import { updateUser } from "#server/domains/users/service.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test("an entry made in somebody's name bears both names", async () => {
  const [owner, admin] = [
    await world.createUser({ roles: ["owner"] }),
    await world.createUser({ roles: ["owner"] }),
  ];
  const ctx = world.as(owner);
  ctx.actor.impersonator = {
    userId: admin.id,
    name: admin.name,
    sessionId: "",
    endsAt: world.services.now(),
  };
  const { id, roles, version } = await world.createUser();
  await updateUser(ctx, { userId: id, name: "New", roles, version });
  const [entry] = await auditOf(world, "user.updated");
  expect(entry).toMatchObject({
    actorId: owner.id,
    impersonatorId: admin.id,
    impersonatorName: admin.name,
    subjectId: id,
  });
});
