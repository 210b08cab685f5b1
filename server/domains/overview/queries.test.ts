import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { signInFailures } from "#db/schema/auth.ts";
import { suspendUser } from "#server/domains/users/suspension.ts";
import type { Permissions } from "#server/platform/access/decide.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { countSignIns } from "./daily-counts.ts";
import { getOverview } from "./queries.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(world.services.now().getTime() - days * DAY_MS);
const counts = (series: { days: { count: number }[] }) => series.days.map(({ count }) => count);

test("sign-ups are counted per UTC day, empty days included, with the period before for comparison", async () => {
  const viewer = await world.createUser({ createdAt: daysAgo(400) });
  for (const days of [0, 0, 6, 7, 13])
    await world.createUser({ createdAt: daysAgo(days), status: "invited" });
  await world.createUser({ createdAt: daysAgo(14), status: "suspended" });
  const overview = await getOverview(world.as(viewer), 7);
  const { signUps } = overview;
  expect(signUps && counts(signUps)).toEqual([1, 0, 0, 0, 0, 0, 2]);
  expect(signUps?.days.at(-1)?.day).toBe(world.services.now().toISOString().slice(0, 10));
  expect(signUps).toMatchObject({ total: 3, previousTotal: 2 });
  expect(overview.users).toEqual({ total: 7, active: 1, invited: 5, suspended: 1 });
});

test("a day begins and ends at midnight UTC, whatever the time zone of the database", async () => {
  const now = world.services.now();
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS - 2 * DAY_MS;
  await recordSignIns([
    new Date(midnight - 1),
    new Date(midnight),
    new Date(midnight + DAY_MS - 1),
  ]);
  const signIns = await world.services.db.transaction(async (tx) => {
    await tx.execute(sql`set local timezone = 'Pacific/Auckland'`);
    return countSignIns(tx, { now, days: 7 });
  });
  expect(counts(signIns)).toEqual([0, 0, 0, 1, 2, 0, 0]);
});

test("sign-ins come from the audit log, failures from their hours, refused and throttled together", async () => {
  const support = await world.createUser({ roles: ["support"], createdAt: daysAgo(400) });
  await world.services.db.insert(signInFailures).values([
    { hour: daysAgo(0), refused: 3, throttled: 40 },
    { hour: daysAgo(6), refused: 2, throttled: 0 },
    { hour: daysAgo(7), refused: 5, throttled: 1 },
  ]);
  const { signIns } = await getOverview(world.as(support), 7);
  expect(signIns && counts(signIns.failed)).toEqual([2, 0, 0, 0, 0, 0, 43]);
  expect(signIns?.failed).toMatchObject({ total: 45, previousTotal: 6 });
});

test("sign-ins, failures and changes are shown only to those who may read the audit log", async () => {
  const viewer = await world.createUser();
  const support = await world.createUser({ roles: ["support"] });
  const seen = await getOverview(world.as(viewer), 7);
  expect(seen).toMatchObject({ recentChanges: null, signIns: null, liveSessions: null });
  expect((await getOverview(world.as(support), 7)).recentChanges).toEqual([]);
  await suspendUser(world.as(support), { userId: viewer.id, reason: undefined });
  expect((await getOverview(world.as(support), 7)).recentChanges).toMatchObject([
    { action: "user.suspended", actorName: support.name, subjectName: viewer.name },
  ]);
});

test("somebody limited to a department sees its users counted, and no sessions, sign-ins or changes", async () => {
  const manager = await world.createUser({ department: "Harbour" });
  await world.createUser({ department: "Harbour", createdAt: daysAgo(2) });
  await world.createUser({ department: "Docks", createdAt: daysAgo(2) });
  const ctx = world.as(manager);
  const limited = [{ department: "same" }] as const;
  const permissions: Permissions = new Map([
    ["users.read", limited],
    ["sessions.read", limited],
    ["audit.read", limited],
  ]);
  const actor = { ...ctx.actor, department: "Harbour", permissions };
  const seen = await getOverview({ ...ctx, actor }, 7);
  expect(seen.users).toMatchObject({ total: 2, active: 2 });
  expect(seen.signUps && counts(seen.signUps)).toEqual([0, 0, 0, 0, 1, 0, 1]);
  expect(seen).toMatchObject({ liveSessions: null, signIns: null, recentChanges: null });
  expect(await getOverview({ ...ctx, actor: { ...actor, permissions: new Map() } }, 7)).toEqual({
    users: null,
    signUps: null,
    liveSessions: null,
    signIns: null,
    recentChanges: null,
  });
});

async function recordSignIns(times: Date[]): Promise<void> {
  await world.services.db.insert(auditEntries).values(
    times.map((at) => ({
      id: world.services.newId(),
      at,
      action: "session.created",
      actorKind: "anonymous" as const,
      actorName: "Test",
      subjectType: "user",
      subjectId: world.services.newId(),
      changes: {},
    })),
  );
}
