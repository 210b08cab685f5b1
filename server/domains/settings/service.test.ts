import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { settings } from "#db/schema/settings.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { listSettings } from "./queries.ts";
import { updateSettings } from "./service.ts";

let world: TestWorld;
let admin: ReturnType<TestWorld["as"]>;

beforeEach(async () => {
  world = await createTestWorld();
  admin = world.as(await world.createUser({ roles: ["admin"] }));
});
afterEach(() => world.close());

const quieter = { group: "logging", value: { level: "error" }, version: 0 } as const;

test("until somebody changes it, a group follows the configuration", async () => {
  const { sessions, registration } = await listSettings(admin);
  expect(sessions).toEqual({
    value: {
      absoluteSeconds: 43_200,
      rememberedSeconds: 2_592_000,
      idleSeconds: 1800,
      impersonationSeconds: 3600,
    },
    defaults: sessions.value,
    version: 0,
    changedAt: null,
  });
  expect(registration.value.isOpen).toBe(false);
});

test("a change counts here at once, is kept, and leaves an entry with both sides", async () => {
  const changed = await updateSettings(admin, quieter);
  expect(changed.logging).toMatchObject({ value: { level: "error" }, version: 1 });
  expect(world.services.settings.current.logging.level).toBe("error");
  const [entry] = await world.services.db
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.id))
    .limit(1);
  expect(entry).toMatchObject({
    action: "settings.updated",
    actorId: admin.actor.userId,
    subjectType: "settings",
    subjectId: "logging",
    changes: { level: { before: "info", after: "error" } },
  });
});

test("what changes nothing leaves no entry and keeps the version", async () => {
  const same = await updateSettings(admin, { ...quieter, value: { level: "info" } });
  expect(same.logging.version).toBe(0);
  expect(await world.services.db.$count(auditEntries)).toBe(0);
});

test("a field set back to its default follows the configuration again", async () => {
  await updateSettings(admin, quieter);
  await updateSettings(admin, { group: "logging", value: { level: "info" }, version: 1 });
  const [row] = await world.services.db.select().from(settings);
  expect(row).toMatchObject({ name: "logging", overrides: {}, version: 2 });
});

test("of two who change a group from the same version, one gets through", async () => {
  const attempts = await Promise.allSettled(
    (["warn", "error"] as const).map((level) =>
      updateSettings(admin, { group: "logging", value: { level }, version: 0 }),
    ),
  );
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = attempts.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: { code: "CONFLICT" } });
});

test("nobody opens registration for a role that they may not give", async () => {
  const viewer = world.as(await world.createUser({ roles: ["viewer"] }));
  const value = { isOpen: true, role: "support" as const, allowedDomains: [] };
  const opening = updateSettings(viewer, { group: "registration", value, version: 0 });
  await expect(opening).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(world.services.settings.current.registration.isOpen).toBe(false);
});

test("a stored value that is not valid any more is passed over, the rest of its group counts", async () => {
  await world.services.db.insert(settings).values({
    name: "sessions",
    overrides: { idleSeconds: "soon", absoluteSeconds: 7200, unknown: 1 },
    version: 1,
    updatedAt: new Date(),
  });
  await world.services.settings.refresh();
  expect(world.services.settings.current.sessions).toEqual({
    absoluteSeconds: 7200,
    rememberedSeconds: 2_592_000,
    idleSeconds: 1800,
    impersonationSeconds: 3600,
  });
  await world.services.db.delete(settings).where(eq(settings.name, "sessions"));
});
