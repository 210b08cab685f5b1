import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getRole } from "#server/domains/roles/queries.ts";
import { createRole, updateRole } from "#server/domains/roles/service.ts";
import { listSettings } from "#server/domains/settings/queries.ts";
import { updateSettings } from "#server/domains/settings/service.ts";
import { getUser } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createUser, updateUser } from "#server/domains/users/service.ts";
import { getView } from "#server/domains/views/queries.ts";
import type { UpdateViewInput, View } from "#server/domains/views/schema.ts";
import { createView, updateView } from "#server/domains/views/service.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listHistory } from "./queries.ts";
import { revertEntry } from "./revert.ts";

type SignedIn = Context & { actor: UserActor };

let world: TestWorld;
let owner: SignedIn;
let person: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = world.as(await world.createUser({ roles: ["owner"], name: "Olive Owner" }));
});
afterAll(() => world.close());
beforeEach(async () => {
  person = await world.createUser({ name: "Before", department: "Sales" });
});

type Edit = Partial<Pick<User, "name" | "roles" | "department">>;

/** Edits the person as they are now; answers the id of the entry. */
async function edit(changes: Edit, by: Context = owner): Promise<string> {
  const { id: userId, ...now } = await getUser(world.services.db, person.id);
  const { name, roles, department, version } = { ...now, ...changes };
  await updateUser(by, { userId, name, roles, department, version });
  return newestOf("user", userId).then(({ id }) => id);
}

async function newestOf(subjectType: string, subjectId: string) {
  const reader = owner.actor;
  const filter = { subjectType, subjectId, limit: 1, reader };
  const [entry] = (await listHistory(world.services.db, filter)).items;
  if (!entry) throw new Error("no entry");
  return entry;
}

const now = () => getUser(world.services.db, person.id);

test("an edit is taken back by an edit whose entry names it, and that one by another", async () => {
  const entryId = await edit({ name: "After", department: null });
  await revertEntry(owner, { entryId });
  expect(await now()).toMatchObject({ name: "Before", department: "Sales", version: 3 });
  const revert = await newestOf("user", person.id);
  expect(revert).toMatchObject({
    action: "user.updated",
    actorName: "Olive Owner",
    changes: {
      name: { before: "After", after: "Before" },
      department: { before: null, after: "Sales" },
      revertOf: { before: null, after: entryId },
    },
  });
  await revertEntry(owner, { entryId: revert.id });
  expect(await now()).toMatchObject({ name: "After", department: null });
  expect((await newestOf("user", person.id)).changes.revertOf?.after).toBe(revert.id);
});

test("later edits of other fields stay; a later edit of the same field forbids it and is named", async () => {
  const first = await edit({ name: "After" });
  await edit({ department: "Research" });
  await revertEntry(owner, { entryId: first });
  expect(await now()).toMatchObject({ name: "Before", department: "Research" });

  const second = await edit({ name: "Again", department: "Board" });
  await edit({ name: "And again" });
  await expect(revertEntry(owner, { entryId: second })).rejects.toMatchObject({
    code: "CONFLICT",
    fields: [{ path: "name", code: "changed_since" }],
  });
  expect(await now()).toMatchObject({ name: "And again", department: "Board" });
});

test("twice at once it is taken back once", async () => {
  const entryId = await edit({ name: "After" });
  const outcomes = await Promise.allSettled([
    revertEntry(owner, { entryId }),
    revertEntry(owner, { entryId }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await now()).toMatchObject({ name: "Before", version: 3 });
});

test("nobody takes back what they could not edit", async () => {
  const entryId = await edit({ name: "After" });
  const support = world.as(await world.createUser({ roles: ["support"] }));
  await expect(revertEntry(support, { entryId })).rejects.toMatchObject({ code: "FORBIDDEN" });

  const promotion = await edit({ roles: ["admin"] });
  await edit({ name: "Boss" });
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  await expect(revertEntry(admin, { entryId: promotion })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await now()).toMatchObject({ name: "Boss", roles: ["admin"] });
});

test("a role that the actor lacks does not come back through the log", async () => {
  await edit({ roles: ["owner"] });
  const demotion = await edit({ roles: ["viewer"] });
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  await expect(revertEntry(admin, { entryId: demotion })).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "You cannot give the role Owner: it allows more than you may do.",
  });
  expect((await now()).roles).toEqual(["viewer"]);
});

test("an entry about somebody out of reach is not there", async () => {
  const entryId = await edit({ name: "After" });
  const key = await makeRole(world, [
    grant("audit.read", { department: "same" }),
    grant("users.update", { department: "same" }),
  ]);
  const limited = await world.createUser({ roles: [key], department: "Elsewhere" });
  const work = revertEntry(await world.asHolder(limited), { entryId });
  await expect(work).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what is no edit cannot be taken back", async () => {
  const { id } = await createUser(owner, {
    email: "made@example.com",
    name: "Made",
    roles: ["viewer"],
  });
  const entryId = (await newestOf("user", id)).id;
  await expect(revertEntry(owner, { entryId })).rejects.toMatchObject({
    code: "CONFLICT",
    message: "What this entry tells of cannot be taken back.",
  });
});

test("an edit of a role comes back with its grants, one of settings with its values", async () => {
  const { db } = world.services;
  const role = await createRole(owner, {
    key: "clerk",
    label: "Clerk",
    description: "Looks up people",
    grants: [{ permission: "users.read", conditions: { department: "same" } }],
  });
  const { key, description } = role;
  const grants = [{ permission: "users.read" as const, conditions: {} }];
  await updateRole(owner, { key, description, label: "Clerks", grants, version: 1 });
  await revertEntry(owner, { entryId: (await newestOf("role", key)).id });
  expect(await getRole(db, key)).toMatchObject({ label: "Clerk", grants: role.grants, version: 3 });

  const { value, version } = (await listSettings(owner)).rateLimits;
  const rateLimits = { ...value, perUser: value.perUser + 1 };
  await updateSettings(owner, { group: "rateLimits", value: rateLimits, version });
  await revertEntry(owner, { entryId: (await newestOf("settings", "rateLimits")).id });
  expect((await listSettings(owner)).rateLimits.value).toEqual(value);
});

const EVERYONE = { sharing: "everyone", roles: [], canEdit: "shared" } as const;
const PRIVATE = { sharing: "private", roles: [], canEdit: "owner" } as const;

/** Saves a view and changes it; answers the view and the entry of the change. */
async function editView(
  by: SignedIn,
  share: View["share"] & object,
  changes: Partial<UpdateViewInput>,
) {
  const fields = { list: "users", name: world.services.newId(), state: "search=ada" } as const;
  const made = await createView(by, { ...fields, share });
  const view = await updateView(by, { viewId: made.id, version: 1, ...changes });
  const { id: entryId } = await newestOf("view", made.id);
  return { made, view, entryId };
}

const viewOf = (ctx: SignedIn, { id }: View) => getView(world.services.db, ctx.actor, id);

test("an edit of a shared view comes back with its state and its sharing, and names its entry", async () => {
  const wider = { sharing: "roles", roles: ["viewer", "admin"], canEdit: "owner" } as const;
  const changes = {
    name: "Renamed",
    state: "search=bob",
    share: { ...wider, roles: [...wider.roles] },
  };
  const before = { ...EVERYONE, roles: [] };
  const { made, entryId } = await editView(owner, before, changes);
  await revertEntry(owner, { entryId });
  expect(await viewOf(owner, made)).toMatchObject({
    name: made.name,
    state: "search=ada",
    share: EVERYONE,
    version: 3,
  });
  expect((await newestOf("view", made.id)).changes.revertOf?.after).toBe(entryId);
  await expect(revertEntry(owner, { entryId })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a view is taken back by whoever may edit it; how it is shared, by its owner only", async () => {
  const support = world.as(await world.createUser({ roles: ["support"] }));
  const { made, entryId } = await editView(
    owner,
    { ...EVERYONE, roles: [] },
    { state: "search=eve" },
  );
  await revertEntry(support, { entryId });
  expect((await viewOf(support, made)).state).toBe("search=ada");

  const share = { ...EVERYONE, roles: [], canEdit: "owner" as const };
  const own = await editView(owner, { ...EVERYONE, roles: [] }, { share });
  await expect(revertEntry(support, { entryId: own.entryId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const closed = await editView(owner, share, { state: "search=eve" });
  await expect(revertEntry(support, { entryId: closed.entryId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const forAdmins = { sharing: "roles" as const, roles: ["admin"], canEdit: "shared" as const };
  const unseen = await editView(owner, forAdmins, { state: "search=eve" });
  await expect(revertEntry(support, { entryId: unseen.entryId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  for (const { view } of [own, closed, unseen]) expect(await viewOf(owner, view)).toEqual(view);
});

test("what is told of a private view is too little to take anything back", async () => {
  const share = { ...EVERYONE, roles: [] };
  const edits = [
    await editView(owner, { ...PRIVATE, roles: [] }, { state: "search=eve" }),
    await editView(owner, { ...PRIVATE, roles: [] }, { share }),
    await editView(owner, share, { share: { ...PRIVATE, roles: [] } }),
  ];
  for (const { view, entryId } of edits) {
    await expect(revertEntry(owner, { entryId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await viewOf(owner, view)).toEqual(view);
  }
});
