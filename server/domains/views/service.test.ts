import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import type { User } from "#server/domains/users/schema.ts";
import { auditOf } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listViews } from "./queries.ts";
import type { ViewShare } from "./schema.ts";
import { createView, deleteView, setDefaultView, updateView } from "./service.ts";

type SignedIn = ReturnType<TestWorld["as"]>;

const PRIVATE: ViewShare = { sharing: "private", roles: [], canEdit: "owner" };
const WITH_VIEWERS: ViewShare = { sharing: "roles", roles: ["viewer"], canEdit: "owner" };
const EVERYONE: ViewShare = { sharing: "everyone", roles: [], canEdit: "owner" };
const STATE = "search=ada&sort=-createdAt";

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
  return createView(ctx, { list: "users", name, state: STATE, share });
}

async function idsOf(ctx: SignedIn): Promise<string[]> {
  return (await listViews(ctx, "users")).map(({ id }) => id);
}

/** May open a list only if a grant says so, and never share. */
async function holderOf(permission: "users.read" | "overview.read"): Promise<SignedIn> {
  const role = await makeRole(world, [grant("account.manage"), grant(permission)]);
  return world.asHolder(await world.createUser({ roles: [role] }));
}

const refusal = (code: string) => ({ reason: { code } });
const attempt = async (work: Promise<unknown>) => (await Promise.allSettled([work]))[0];

test("a saved view is read back as it was given and has an audit entry", async () => {
  const made = await save(author, WITH_VIEWERS, "Adas");
  expect(made).toMatchObject({
    name: "Adas",
    state: STATE,
    sharing: "roles",
    share: WITH_VIEWERS,
    isOwn: true,
    isEditable: true,
    isDefault: false,
    ownerName: null,
    version: 1,
  });
  expect(await listViews(author, "users")).toContainEqual(made);
  const [entry] = await auditOf(world, "view.created");
  expect(entry).toMatchObject({
    actorId: support.id,
    subjectType: "view",
    subjectId: made.id,
    changes: { name: { before: null, after: "Adas" }, roles: { after: ["viewer"] } },
  });
});

test("the log does not say what is in a private view", async () => {
  const { id } = await save(author, PRIVATE, "Between me and myself");
  await updateView(author, { viewId: id, version: 1, state: "search=secret" });
  await deleteView(author, { viewId: id });
  for (const action of ["view.created", "view.updated", "view.deleted"] as const) {
    const [entry] = await auditOf(world, action);
    expect(entry?.subjectId).toBe(id);
    expect(JSON.stringify(entry)).not.toMatch(/myself|secret|search/);
  }
});

describe("who may open a view", () => {
  test("a private one: its owner alone, not even the owner of all", async () => {
    const { id } = await save(author);
    const owner = world.as(await world.createUser({ roles: ["owner"] }));
    expect(await idsOf(author)).toContain(id);
    for (const stranger of [viewer, owner]) expect(await idsOf(stranger)).not.toContain(id);
  });

  test("one shared with roles: who holds one of them", async () => {
    const { id } = await save(author, WITH_VIEWERS);
    const colleague = world.as(await world.createUser({ roles: ["support"] }));
    const both = world.as(await world.createUser({ roles: ["support", "viewer"] }));
    expect(await idsOf(viewer)).toContain(id);
    expect(await idsOf(both)).toContain(id);
    expect(await idsOf(colleague)).not.toContain(id);
  });

  test("one shared with everyone: everyone who may see the list", async () => {
    const { id } = await save(author, EVERYONE);
    expect(await idsOf(viewer)).toContain(id);
    expect(await idsOf(await holderOf("users.read"))).toContain(id);
    const blind = await holderOf("overview.read");
    expect(await attempt(listViews(blind, "users"))).toMatchObject(refusal("FORBIDDEN"));
    expect(await attempt(save(blind))).toMatchObject(refusal("FORBIDDEN"));
    const opening = setDefaultView(blind, { list: "users", viewId: id });
    expect(await attempt(opening)).toMatchObject(refusal("FORBIDDEN"));
    expect(await attempt(deleteView(blind, { viewId: id }))).toMatchObject(refusal("NOT_FOUND"));
  });

  test("for others it is as if it did not exist, whatever they try", async () => {
    const { id: viewId } = await save(author, { ...WITH_VIEWERS, roles: ["admin"] });
    const tries = [
      () => updateView(viewer, { viewId, version: 1, name: "Mine now" }),
      () => deleteView(viewer, { viewId }),
      () => setDefaultView(viewer, { list: "users", viewId }),
    ];
    for (const work of tries) expect(await attempt(work())).toMatchObject(refusal("NOT_FOUND"));
  });

  test("the name of its owner is told to those who may see them", async () => {
    const { id } = await save(author, EVERYONE);
    const role = await makeRole(world, [
      grant("account.manage"),
      grant("users.read", { department: "same" }),
    ]);
    const limited = await world.asHolder(
      await world.createUser({ roles: [role], department: "Research" }),
    );
    const read = async (ctx: SignedIn) =>
      (await listViews(ctx, "users")).find((view) => view.id === id);
    expect(await read(viewer)).toMatchObject({ ownerName: support.name, share: null });
    expect(await read(limited)).toMatchObject({ ownerName: null, share: null });
  });
});

describe("who may change a view", () => {
  test("who may only open it is refused", async () => {
    const { id: viewId } = await save(author, EVERYONE);
    const tries = [
      () => updateView(viewer, { viewId, version: 1, name: "Mine now" }),
      () => deleteView(viewer, { viewId }),
    ];
    for (const work of tries) expect(await attempt(work())).toMatchObject(refusal("FORBIDDEN"));
    const [kept] = await listViews(author, "users");
    expect(kept).toMatchObject({ id: viewId, version: 1 });
  });

  test("with the right to edit: the state, but neither name nor share nor deletion", async () => {
    const { id: viewId, name } = await save(author, { ...WITH_VIEWERS, canEdit: "shared" });
    const changed = await updateView(viewer, { viewId, version: 1, name, state: "" });
    expect(changed).toMatchObject({ name, state: "", isOwn: false, isEditable: true });
    const sharing = updateView(viewer, { viewId, version: 2, share: EVERYONE });
    expect(await attempt(sharing)).toMatchObject(refusal("FORBIDDEN"));
    expect(await attempt(deleteView(viewer, { viewId }))).toMatchObject(refusal("FORBIDDEN"));
  });

  test("the names of private views are not found out by renaming a shared one", async () => {
    const { name: taken } = await save(author, PRIVATE);
    const { id: viewId } = await save(author, { ...WITH_VIEWERS, canEdit: "shared" });
    const tell = (name: string) => attempt(updateView(viewer, { viewId, version: 1, name }));
    const answer = await tell(taken);
    expect(answer).toMatchObject(refusal("FORBIDDEN"));
    expect(await tell("Not taken by any view")).toEqual(answer);
  });

  test("a view that is shared no more is gone for the others, also as their default", async () => {
    const { id: viewId } = await save(author, { ...WITH_VIEWERS, canEdit: "shared" });
    await setDefaultView(viewer, { list: "users", viewId });
    await updateView(author, { viewId, version: 1, share: PRIVATE });
    expect(await listViews(viewer, "users")).not.toContainEqual(
      expect.objectContaining({ isDefault: true }),
    );
    const change = updateView(viewer, { viewId, version: 2, name: "Still mine" });
    expect(await attempt(change)).toMatchObject(refusal("NOT_FOUND"));
  });

  test("sharing takes the permission, taking back does not", async () => {
    for (const share of [EVERYONE, WITH_VIEWERS])
      expect(await attempt(save(viewer, share))).toMatchObject(refusal("FORBIDDEN"));
    const { id: viewId } = await save(author, EVERYONE);
    const demoted = world.as({ ...support, roles: ["viewer"] });
    const kept = { viewId, version: 1, name: `Still shared ${++counter}`, share: EVERYONE };
    expect(await updateView(demoted, kept)).toMatchObject({ sharing: "everyone", version: 2 });
    const wider = updateView(demoted, { viewId, version: 2, share: WITH_VIEWERS });
    expect(await attempt(wider)).toMatchObject(refusal("FORBIDDEN"));
    const back = await updateView(demoted, { viewId, version: 2, share: PRIVATE });
    expect(back).toMatchObject({ sharing: "private", version: 3 });
  });

  test("a role that does not exist is refused on its field", async () => {
    const saving = save(author, { ...WITH_VIEWERS, roles: ["nobody-has-this"] });
    await expect(saving).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "roles" }] });
  });
});

test("the default is each person's own, is replaced, cleared, and goes with the view", async () => {
  const [first, second] = [await save(author, EVERYONE), await save(author, EVERYONE)];
  const defaultOf = async (ctx: SignedIn) =>
    (await listViews(ctx, "users")).find(({ isDefault }) => isDefault)?.id;
  await setDefaultView(author, { list: "users", viewId: first.id });
  await setDefaultView(viewer, { list: "users", viewId: first.id });
  await setDefaultView(viewer, { list: "users", viewId: second.id });
  expect([await defaultOf(author), await defaultOf(viewer)]).toEqual([first.id, second.id]);
  await setDefaultView(author, { list: "users" });
  await deleteView(author, { viewId: second.id });
  expect([await defaultOf(author), await defaultOf(viewer)]).toEqual([undefined, undefined]);
});

test("views go with their owner", async () => {
  const { id } = await save(author, EVERYONE);
  await setDefaultView(viewer, { list: "users", viewId: id });
  await world.services.db.delete(users).where(eq(users.id, support.id));
  expect(await idsOf(viewer)).not.toContain(id);
});
