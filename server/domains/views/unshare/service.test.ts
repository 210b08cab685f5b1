import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { roles } from "#db/schema/access.ts";
import { savedViews } from "#db/schema/views.ts";
import { deleteRole } from "#server/domains/roles/service.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { commitDuring } from "#server/testing/races.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { getView, listViews } from "../queries.ts";
import { createView, updateView } from "../service.ts";
import { unshareWithRole } from "./service.ts";

type SignedIn = ReturnType<TestWorld["as"]>;

let world: TestWorld;
let owner: SignedIn;
let author: SignedIn;
let role: string;

beforeAll(async () => {
  world = await createTestWorld();
  owner = world.as(await world.createUser({ roles: ["owner"] }));
});
afterAll(() => world.close());

beforeEach(async () => {
  author = world.as(await world.createUser({ roles: ["support"] }));
  role = await makeRole(world, [grant("account.manage"), grant("users.read")]);
});

let counter = 0;

function shareWith(...keys: string[]) {
  const share = { sharing: "roles", roles: keys, canEdit: "shared" } as const;
  const name = `View ${++counter}`;
  return createView(author, { list: "users", name, state: "search=ada", share: { ...share } });
}

const read = (id: string) => getView(world.services.db, author.actor, id);

test("a view is no longer shared with a role that is deleted, and private without another", async () => {
  const [alone, both, other] = [
    await shareWith(role),
    await shareWith("viewer", role),
    await shareWith("viewer"),
  ];
  await deleteRole(owner, { key: role });
  expect(await read(alone.id)).toMatchObject({
    share: { sharing: "private", roles: [] },
    version: 2,
  });
  const left = await read(both.id);
  expect(left).toMatchObject({ share: { sharing: "roles", roles: ["viewer"] }, version: 2 });
  expect(await read(other.id)).toEqual(other);
  const again = { viewId: left.id, version: 2, name: `View ${++counter}` };
  await updateView(author, { ...again, share: left.share ?? undefined });

  const changes = (await auditOf(world, "view.updated")).filter(
    ({ actorId }) => actorId === owner.actor.userId,
  );
  expect(changes.map(({ subjectId }) => subjectId).sort()).toEqual([alone.id, both.id].sort());
  expect(changes.find(({ subjectId }) => subjectId === both.id)?.changes).toEqual({
    roles: { before: ["viewer", role], after: ["viewer"] },
  });
});

test("a later role of the same key opens nothing that was shared with the first", async () => {
  const { id } = await shareWith(role);
  const [first] = await world.services.db.select().from(roles).where(eq(roles.key, role));
  await deleteRole(owner, { key: role });
  if (first) await world.services.db.insert(roles).values(first);
  const late = await world.asHolder(await world.createUser({ roles: [role] }));
  expect((await listViews(late, "users")).map((view) => view.id)).not.toContain(id);
});

test("a change that waited for the deletion does not bring the role back", async () => {
  const { id: viewId } = await shareWith(role);
  const result = await commitDuring(world, {
    change: (tx) => unshareWithRole(tx, owner, role),
    work: () => updateView(author, { viewId, version: 1, state: "search=eve" }),
  });
  expect(result).toMatchObject({ status: "rejected", reason: { code: "CONFLICT" } });
  const stored = world.services.db.select().from(savedViews).where(eq(savedViews.id, viewId));
  expect(await stored).toMatchObject([{ sharing: "private", roles: [], version: 2 }]);
});
