import { afterAll, beforeAll, expect, test } from "vitest";
import { suspendUser } from "#server/domains/users/service.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { getOverview } from "./queries.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;

test("sign-ups are counted per UTC day, empty days included, with the period before for comparison", async () => {
  const now = world.services.now();
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS);
  const viewer = await world.createUser({ createdAt: at(400) });
  for (const daysAgo of [0, 0, 6, 7, 13])
    await world.createUser({ createdAt: at(daysAgo), status: "invited" });
  const overview = await getOverview(world.as(viewer), 7);
  expect(overview.signUps).toHaveLength(7);
  expect(overview.signUps.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 2]);
  expect(overview.signUps.at(-1)?.day).toBe(now.toISOString().slice(0, 10));
  expect(overview).toMatchObject({
    signUpsInPeriod: 3,
    signUpsInPreviousPeriod: 2,
    users: { total: 6, active: 1, invited: 5, suspended: 0 },
  });
});

test("recent changes are shown only to those who may read the audit log", async () => {
  const viewer = await world.createUser();
  const support = await world.createUser({ roles: ["support"] });
  expect((await getOverview(world.as(viewer), 7)).recentChanges).toBeNull();
  expect((await getOverview(world.as(support), 7)).recentChanges).toEqual([]);
  await suspendUser(world.as(support), { userId: viewer.id, reason: undefined });
  expect((await getOverview(world.as(support), 7)).recentChanges).toMatchObject([
    { action: "user.suspended", actorName: support.name, subjectName: viewer.name },
  ]);
});
