import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { credentials } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { savedViews } from "#db/schema/views.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { createView, setDefaultView } from "#server/domains/views/service.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { auditOf, createAccount, mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { previewPurge } from "../purge-preview.ts";
import type { User } from "../schema.ts";
import { createUser } from "../service.ts";
import { deleteUser } from "../trash.ts";
import { purgeExpiredTrash, purgeUser } from "./service.ts";

const DAY = 86_400_000;
let world: TestWorld;
let owner: User;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());

const remove = ({ id }: User) => deleteUser(world.as(owner), { userId: id });
const purge = (user: User, email = user.email) =>
  purgeUser(world.as(admin), { userId: user.id, email });
const isThere = async ({ id }: User) =>
  (await world.services.db.$count(users, eq(users.id, id))) === 1;

test("the list before a purge counts what goes and what stays, from the database", async () => {
  const { db } = world.services;
  const user = await createAccount(world, { roles: ["support"] });
  const self = world.as(user);
  const view = { list: "users", state: "?search=a" } as const;
  const share = { roles: [], canEdit: "owner" as const };
  await createView(self, { ...view, name: "Mine", share: { ...share, sharing: "private" } });
  const ours = { ...view, name: "Ours", share: { ...share, sharing: "everyone" as const } };
  const shared = await createView(self, ours);
  await setDefaultView(world.as(admin), { list: "users", viewId: shared.id });
  await db.transaction((tx) =>
    enqueueMail(tx, self, {
      template: "email-changed",
      to: user.email,
      name: user.name,
      newEmail: "new@example.com",
      at: new Date(),
    }),
  );
  await expect(previewPurge(world.as(admin), { userId: user.id })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await db.update(users).set({ avatarTag: "a-picture" }).where(eq(users.id, user.id));
  await remove(user);
  const preview = await previewPurge(world.as(admin), { userId: user.id });
  const entries = await db.$count(auditEntries, eq(auditEntries.subjectId, user.id));
  expect(preview).toEqual({
    goes: {
      pictures: 1,
      passwords: 1,
      sessions: 0,
      links: 0,
      emailChanges: 0,
      privateViews: 1,
      sharedViews: 1,
      defaultsOfOthers: 1,
    },
    stays: { auditEntries: entries + 2, mails: 1 },
  });
  await purge(user);
  for (const [table, column] of [
    [credentials, credentials.userId],
    [savedViews, savedViews.ownerId],
  ] as const)
    expect(await db.$count(table, eq(column, user.id))).toBe(0);
  expect(await mailsTo(world, user.email)).toHaveLength(1);
  const about = await db.$count(auditEntries, eq(auditEntries.subjectId, user.id));
  expect(about).toBe(entries + 1);
});

test("a purge needs the trash and the right address, leaves an entry with the name, frees the address", async () => {
  const user = await createAccount(world, { name: "Paula Purged" });
  await expect(purge(user)).rejects.toMatchObject({ code: "CONFLICT" });
  await remove(user);
  await expect(purge(user, "other@example.com")).rejects.toMatchObject({
    code: "VALIDATION",
    fields: [{ path: "email", code: "wrong" }],
  });
  expect(await isThere(user)).toBe(true);
  await purge(user);
  expect(await isThere(user)).toBe(false);
  const [entry] = await auditOf(world, "user.purged");
  expect(entry).toMatchObject({
    actorId: admin.id,
    subjectId: user.id,
    changes: { name: { before: "Paula Purged", after: null } },
  });
  await expect(purge(user)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await createUser(world.as(admin), { email: user.email, name: "Next", roles: ["viewer"] });
});

test("nobody purges somebody who may do as much as they", async () => {
  const other = await world.createUser({ roles: ["admin"] });
  await remove(other);
  await expect(purge(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(previewPurge(world.as(admin), { userId: other.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("the job purges who has been in the trash for the days of the setting, in batches, once each", async () => {
  const kept = await world.createUser();
  const early = await Promise.all(Array.from({ length: 130 }, () => world.createUser()));
  for (const user of early) await remove(user);
  world.advance(7 * DAY);
  const late = await world.createUser();
  await remove(late);
  const ctx = createSystemContext(world.services, "users.purge-trash");
  expect(await purgeExpiredTrash(ctx)).toBe(0);
  const settings = {
    ...world.services.settings,
    current: { ...ctx.settings.current, trash: { keptDays: 7 } },
  };
  const weekly = { ...ctx, settings };
  const before = (await auditOf(world, "user.purged")).length;
  const counts = await Promise.all([purgeExpiredTrash(weekly), purgeExpiredTrash(weekly)]);
  expect(counts[0] + counts[1]).toBeGreaterThanOrEqual(early.length);
  expect(await purgeExpiredTrash(weekly)).toBe(0);
  const entries = (await auditOf(world, "user.purged")).slice(0, -before || undefined);
  expect(new Set(entries.map(({ subjectId }) => subjectId)).size).toBe(entries.length);
  for (const user of early) expect(entries.map(({ subjectId }) => subjectId)).toContain(user.id);
  expect(await isThere(late)).toBe(true);
  expect(await isThere(kept)).toBe(true);
  expect(entries[0]).toMatchObject({ actorKind: "system", actorName: "users.purge-trash" });
});
