import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { appRouter } from "#server/registry/router.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { explainStatements } from "#server/testing/plans.ts";
import { grant, makeRole } from "#server/testing/roles.ts";
import { listActivity } from "./queries.ts";
import { record } from "./service.ts";

const createCaller = createCallerFactory(appRouter);
const PAGE = 25;

let world: TestWorld;
let member: string;
let owner: User;
let lead: User;
let inside: User;
let peer: User;
let outside: User;

beforeAll(async () => {
  world = await createTestWorld();
  member = await makeRole(world, [grant("account.manage")]);
  const reader = await makeRole(world, [
    grant("account.manage"),
    grant("audit.read", { department: "same" }),
  ]);
  owner = await world.createUser({ roles: ["owner"], name: "Olga Elsewhere" });
  lead = await world.createUser({ roles: [reader], department: "Research" });
  inside = await world.createUser({ roles: [member], department: "Research", name: "Ines" });
  peer = await world.createUser({ roles: [member], department: "Research", name: "Peer" });
  outside = await world.createUser({ roles: [member], department: "Sales", name: "Oskar" });
});
afterAll(() => world.close());

/** An entry about a user, named by what it changes. */
function act(ctx: Context, subject: User, name: string): Promise<void> {
  const change = { subject: { type: "user" as const, id: subject.id }, after: { name } };
  return world.services.db.transaction((tx) =>
    record(tx, ctx, { action: "user.updated", ...change }),
  );
}

function actingAs(user: User, impersonator: User): Context {
  const ctx = world.as(user);
  const { userId, name } = world.as(impersonator).actor;
  const actor = { ...ctx.actor, impersonator: { userId, name } } as UserActor;
  return { ...ctx, actor };
}

const read = async (reader: User, user: User, input: { cursor?: string; limit?: number } = {}) =>
  createCaller(await world.asHolder(reader)).users.activity({ userId: user.id, ...input });
const names = ({ items }: Awaited<ReturnType<typeof read>>) =>
  items.map(({ changes }) => changes.name?.after);

test("what they did, what was done as them, and what they did as others, newest first; not what befell them", async () => {
  const [doer, other] = [await world.createUser(), await world.createUser()];
  await act(world.as(doer), other, "own");
  await act(actingAs(doer, owner), other, "through the owner");
  await act(world.as(other), doer, "befell");
  await act(actingAs(other, doer), other, "as the other");
  const page = await read(owner, doer);
  expect(names(page)).toEqual(["as the other", "through the owner", "own"]);
  expect(page.items).toMatchObject([
    { actorName: other.name, impersonatorName: doer.name },
    { actorName: doer.name, impersonatorName: "Olga Elsewhere" },
    { actorName: doer.name, impersonatorName: null, subjectName: other.name },
  ]);
});

test("page by page every entry comes once, whoever's name it is in", async () => {
  const doer = await world.createUser();
  const expected: string[] = [];
  for (let number = 0; number < 13; number++) {
    await act(number % 3 ? world.as(doer) : actingAs(peer, doer), peer, `${number}`);
    expected.unshift(`${number}`);
  }
  const found: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(owner, doer, { limit: 4, ...(cursor && { cursor }) });
    found.push(...names(page));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(found).toEqual(expected);
});

test("who reads the log of one department learns of nothing beyond it, in no page", async () => {
  await act(world.as(inside), peer, "kept in");
  await act(world.as(inside), outside, "secret of Sales");
  await act(actingAs(inside, owner), peer, "secret hand");
  await act(actingAs(inside, lead), peer, "known hand");
  await world.services.db.transaction((tx) =>
    record(tx, world.as(inside), {
      action: "settings.updated",
      subject: { type: "settings", id: "sessions" },
      after: { name: "secret setting" },
    }),
  );
  const first = await read(lead, inside, { limit: 1 });
  const second = await read(lead, inside, { limit: 1, cursor: first.nextCursor ?? "" });
  expect([...names(first), ...names(second)]).toEqual(["known hand", "kept in"]);
  expect(second.nextCursor).toBeNull();
  const told = JSON.stringify([first, second]);
  for (const secret of ["secret", outside.id, "Oskar", owner.id, "Olga"])
    expect(told).not.toContain(secret);
  const { items } = await createCaller(await world.asHolder(lead)).audit.list({
    filter: { field: "actorId", operator: "is", value: inside.id },
  });
  expect(items.map(({ id }) => id)).toEqual([first.items[0]?.id, second.items[0]?.id]);
  await expect(read(lead, outside)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("whoever may not read the log is refused, also about themselves", async () => {
  for (const user of [owner, inside])
    await expect(read(inside, user)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("of 100,000 entries a page is found in two indexes and read by key", async () => {
  const busy = await world.createUser();
  const { db } = world.services;
  await db.execute(sql`
    insert into audit_entries (id, at, action, actor_kind, actor_id, actor_name, impersonator_id,
      impersonator_name, subject_type, subject_id, changes)
    select uuidv7(), timestamptz '2020-01-01' + n * interval '30 minutes', 'user.updated', 'user',
      case when n % 3 = 0 then ${busy.id}::uuid else gen_random_uuid() end, 'Somebody',
      case when n % 500 = 1 then ${busy.id}::uuid end,
      case when n % 500 = 1 then 'Busy' end, 'user', gen_random_uuid()::text, '{}'
    from generate_series(1, 100000) as n`);
  await db.execute(sql`vacuum (analyze) audit_entries`);
  const middle = await read(owner, busy, { limit: 100 });
  for (const cursor of [undefined, middle.nextCursor ?? ""]) {
    const [statement, ...rest] = await explainStatements(world.services, () =>
      listActivity(db, { userId: busy.id, cursor, limit: PAGE }, world.as(owner).actor),
    );
    expect(rest).toEqual([]);
    const scans = statement?.nodes.filter((node) => node["Relation Name"] === "audit_entries");
    const kinds = scans?.map((node) => `${node["Node Type"]} ${node["Index Name"]}`);
    expect(kinds?.sort()).toEqual([
      "Index Only Scan audit_entries_actor_index",
      "Index Only Scan audit_entries_impersonator_index",
      "Index Scan audit_entries_pkey",
    ]);
    for (const node of scans ?? [])
      expect(node["Actual Rows"] * node["Actual Loops"]).toBeLessThanOrEqual(PAGE + 1);
  }
});
