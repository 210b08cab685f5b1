import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventPending, events as eventsTable } from "#db/schema/events.ts";
import { purgeUser } from "#server/domains/users/purge/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { updateUser } from "#server/domains/users/service.ts";
import { deleteUser } from "#server/domains/users/trash.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { withOutsider } from "#server/testing/audit-log.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { readLatest } from "./latest.ts";

type Listener = Context & { actor: UserActor };

let world: TestWorld;
let owner: Listener;
let viewer: Listener;
/** Who see the users of their own department. */
let harbour: Listener;
let office: Listener;
let cellar: Listener;

beforeEach(async () => {
  world = await createTestWorld();
  await world.services.events.start();
  owner = world.as(await world.createUser({ roles: ["owner"] }));
  viewer = world.as(await world.createUser());
  const key = await makeRole(world, [
    grant("overview.read"),
    grant("users.read", { department: "same" }),
  ]);
  const colleague = async (department: string) =>
    world.asHolder(await world.createUser({ roles: [key], department }));
  harbour = await colleague("Harbour");
  office = await colleague("Office");
  cellar = await colleague("Cellar");
});
afterEach(() => world.close());

/** What is told of one user, once all is published. */
async function toldTo(ctx: Listener, { id }: User): Promise<string[]> {
  const { db, events: bus } = world.services;
  const settled = async () => {
    expect(await db.$count(eventPending)).toBe(0);
    expect(bus.head()).toBe(await db.$count(eventsTable));
  };
  await vi.waitFor(settled, 5_000);
  const { events } = await readLatest(ctx, { lastEventId: "0", waitSeconds: 0 });
  return events.filter(({ subjectId }) => subjectId === id).map(({ name }) => name);
}

test("who loses sight of a user because of the trash is told, and no more of what happens in it", async () => {
  const person = await world.createUser({ department: "Harbour" });
  await deleteUser(owner, { userId: person.id });
  await purgeUser(owner, { userId: person.id, email: person.email });
  expect(await toldTo(owner, person)).toEqual(["user.trashed", "user.purged"]);
  expect(await toldTo(viewer, person)).toEqual(["user.trashed"]);
  expect(await toldTo(harbour, person)).toEqual(["user.trashed"]);
  expect(await toldTo(office, person)).toEqual([]);
});

test("a move from one department to another is told to both, and to nobody else", async () => {
  const person = await world.createUser({ department: "Harbour" });
  const { name, roles, version } = person;
  const change = { userId: person.id, name, roles, version };
  await updateUser(owner, { ...change, department: "Office" });
  for (const ctx of [harbour, office]) expect(await toldTo(ctx, person)).toEqual(["user.updated"]);
  expect(await toldTo(cellar, person)).toEqual([]);
  await updateUser(owner, { ...change, version: version + 1, department: "Cellar" });
  expect(await toldTo(harbour, person)).toEqual(["user.updated"]);
  expect(await toldTo(office, person)).toHaveLength(2);
  expect(await toldTo(cellar, person)).toEqual(["user.updated"]);
});

test("who is removed past the trash, by hand too, is told of to those who saw them", async () => {
  const person = await world.createUser({ department: "Harbour" });
  await withOutsider(world, (psql) => psql`delete from users where id = ${person.id}`);
  for (const ctx of [owner, viewer, harbour]) {
    expect(await toldTo(ctx, person)).toEqual(["user.removed-in-database"]);
  }
  expect(await toldTo(office, person)).toEqual([]);
});
