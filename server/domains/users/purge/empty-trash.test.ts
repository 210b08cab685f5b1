import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { credentials } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { createView } from "#server/domains/views/service.ts";
import { auditOf, createAccount } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import type { User } from "../schema.ts";
import { deleteUser, restoreUser } from "../trash.ts";
import { emptyTrash, previewEmptyTrash } from "./empty-trash.ts";

let world: TestWorld;
let owner: User;
let admin: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await world.createUser({ roles: ["owner"] });
  admin = await world.createUser({ roles: ["admin"] });
});
afterAll(() => world.close());
beforeEach(() => world.services.db.delete(users).where(eq(users.status, "deleted")));

async function trashed(overrides: Partial<User> = {}): Promise<User> {
  const user = await createAccount(world, overrides);
  return deleteUser(world.as(owner), { userId: user.id });
}

const left = async () =>
  (
    await world.services.db.select({ id: users.id }).from(users).where(eq(users.status, "deleted"))
  ).map(({ id }) => id);

test("the rehearsal counts whom the actor may purge, and all that goes with them and nobody else", async () => {
  const sharing = { roles: [], canEdit: "owner" as const };
  const view = { list: "users", state: "?search=a" } as const;
  for (const isTrashed of [true, true, false]) {
    const user = await createAccount(world, { roles: ["support"] });
    await createView(world.as(user), {
      ...view,
      name: `Of ${user.id}`,
      share: { ...sharing, sharing: "private" },
    });
    if (isTrashed) await deleteUser(world.as(owner), { userId: user.id });
  }
  await trashed({ roles: ["admin"] });
  const preview = await previewEmptyTrash(world.as(admin));
  expect(preview).toMatchObject({
    users: 2,
    outOfReach: 1,
    goes: { passwords: 2, privateViews: 2, sharedViews: 0 },
  });
  expect(await previewEmptyTrash(world.as(owner))).toMatchObject({ users: 3, outOfReach: 0 });
});

test("it takes all of those, with an entry each in the actor's name, and leaves the others", async () => {
  const gone = [await trashed(), await trashed({ roles: ["support"] })];
  const peer = await trashed({ roles: ["admin"] });
  const mixed = await trashed({ roles: ["viewer", "admin"] });
  expect(await emptyTrash(world.as(admin), { users: 2 })).toEqual({ purged: 2, left: 0 });
  expect((await left()).sort()).toEqual([peer.id, mixed.id].sort());
  const entries = await auditOf(world, "user.purged");
  for (const { id, name } of gone) {
    expect(entries.filter(({ subjectId }) => subjectId === id)).toMatchObject([
      { actorId: admin.id, changes: { name: { before: name, after: null } } },
    ]);
    const passwords = eq(credentials.userId, id);
    expect(await world.services.db.$count(credentials, passwords)).toBe(0);
  }
});

test("another number than there are purges nobody", async () => {
  const user = await trashed();
  for (const wrong of [2, 100]) {
    await expect(emptyTrash(world.as(admin), { users: wrong })).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [{ path: "users", code: "wrong", message: "It is 1 user that would go now" }],
    });
  }
  expect(await left()).toEqual([user.id]);
});

test("whom somebody is restoring at that moment stays", async () => {
  const kept = await trashed();
  await trashed();
  await world.services.db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, kept.id)).for("update");
    expect(await emptyTrash(world.as(admin), { users: 2 })).toEqual({ purged: 1, left: 1 });
  });
  expect(await left()).toEqual([kept.id]);
  await restoreUser(world.as(owner), { userId: kept.id });
});

test("more than a thousand take a second call; two at once purge each once", async () => {
  const { db } = world.services;
  const now = world.services.now();
  await db.insert(users).values(
    Array.from({ length: 1_050 }, (_, index) => ({
      id: world.services.newId(),
      email: `gone-${index}@example.com`,
      name: `Gone ${index}`,
      roles: ["viewer"],
      status: "deleted" as const,
      statusBeforeDeletion: "invited" as const,
      deletedAt: now,
      createdAt: now,
      updatedAt: now,
    })),
  );
  const before = (await auditOf(world, "user.purged")).length;
  const ctx = world.as(admin);
  const first = await emptyTrash(ctx, { users: 1_050 });
  expect(first).toEqual({ purged: 1_000, left: 50 });
  const both = await Promise.allSettled([
    emptyTrash(ctx, { users: 50 }),
    emptyTrash(ctx, { users: 50 }),
  ]);
  const purged = both.map((each) => (each.status === "fulfilled" ? each.value.purged : 0));
  expect((purged[0] ?? 0) + (purged[1] ?? 0)).toBe(50);
  expect(await left()).toEqual([]);
  expect((await auditOf(world, "user.purged")).length - before).toBe(1_050);
});
