import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { savedViews } from "#db/schema/views.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { commitDuring } from "#server/testing/races.ts";
import type { ViewShare } from "./schema.ts";
import { createView, MAX_OWN_VIEWS, setDefaultView, updateView } from "./service.ts";

type SignedIn = ReturnType<TestWorld["as"]>;

const PRIVATE: ViewShare = { sharing: "private", roles: [], canEdit: "owner" };
const EVERYONE: ViewShare = { sharing: "everyone", roles: [], canEdit: "owner" };

let world: TestWorld;
let support: User;
let author: SignedIn;
let viewer: SignedIn;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  support = await world.createUser({ roles: ["support"] });
  author = world.as(support);
  viewer = world.as(await world.createUser({ roles: ["viewer"] }));
});

let counter = 0;

function save(ctx: SignedIn, share = PRIVATE, name = `View ${++counter}`) {
  return createView(ctx, { list: "users", name, state: "", share });
}

const refusal = (code: string) => ({ reason: { code } });

test("of two changes from one version, one gets through", async () => {
  const { id: viewId } = await save(author);
  const results = await Promise.allSettled(
    ["One", "Two"].map((name) => updateView(author, { viewId, version: 1, name })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject(refusal("CONFLICT"));
});

test("of ten views of one name, whatever its case, one is saved", async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => save(author, PRIVATE, index % 2 ? "Late" : "LATE")),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results.filter(({ status }) => status === "rejected"))
    expect(result).toMatchObject({
      reason: { code: "VALIDATION", fields: [{ path: "name", code: "taken" }] },
    });
  expect(await save(viewer, PRIVATE, "Late")).toMatchObject({ name: "Late" });
});

test("two views that are given one name: one gets it", async () => {
  const [one, two] = await Promise.all([save(author), save(author)]);
  const results = await Promise.allSettled(
    [one, two].map(({ id }) => updateView(author, { viewId: id, version: 1, name: "Wanted" })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the limit holds against many at once", async () => {
  const { db } = world.services;
  const now = world.services.now();
  await db.insert(savedViews).values(
    Array.from({ length: MAX_OWN_VIEWS - 1 }, (_, index) => ({
      ...{ id: world.services.newId(), list: "users", name: `Kept ${index}`, state: "" },
      ...{ ...PRIVATE, ownerId: support.id, createdAt: now, updatedAt: now },
    })),
  );
  const results = await Promise.allSettled([save(author), save(author), save(author)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject(refusal("CONFLICT"));
});

test("a view that goes while somebody makes it their default is not found", async () => {
  const { id: viewId } = await save(author, EVERYONE);
  const result = await commitDuring(world, {
    work: () => setDefaultView(viewer, { list: "users", viewId }),
    change: (tx) => tx.delete(savedViews).where(eq(savedViews.id, viewId)),
  });
  expect(result).toMatchObject(refusal("NOT_FOUND"));
});

test("whoever is deleted while they save is not signed in any more", async () => {
  const result = await commitDuring(world, {
    work: () => save(author),
    change: (tx) => tx.delete(users).where(eq(users.id, support.id)),
  });
  expect(result).toMatchObject(refusal("UNAUTHENTICATED"));
});
