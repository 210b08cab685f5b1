import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { users } from "#db/schema/users.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { reinstateUsers, suspendUsers } from "./bulk.ts";
import { getUser } from "./queries.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const statusOf = async (id: string) => (await getUser(world.services.db, id)).status;

test("each is suspended for itself; who may not be is named, with an entry for each change", async () => {
  const support = world.as(await world.createUser({ roles: ["support"] }));
  const [one, two] = [await world.createUser(), await world.createUser()];
  const owner = await world.createUser({ roles: ["owner"] });
  const nobody = world.services.newId();
  const ids = [one.id, owner.id, support.actor.userId, nobody, two.id, one.id];
  const outcome = await suspendUsers(support, { selection: { ids }, reason: "Spring clean" });
  expect(outcome.done).toEqual([one.id, two.id]);
  expect(outcome.refused.map(({ userId, code }) => [userId, code])).toEqual([
    [owner.id, "FORBIDDEN"],
    [support.actor.userId, "FORBIDDEN"],
    [nobody, "NOT_FOUND"],
  ]);
  expect(await statusOf(owner.id)).toBe("active");
  const entries = await world.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "user.suspended"));
  expect(entries.map(({ subjectId }) => subjectId)).toEqual([one.id, two.id]);

  const undone = await reinstateUsers(support, { selection: { ids: outcome.done } });
  expect(undone.done).toEqual([one.id, two.id]);
  expect(undone.refused).toEqual([]);
});

test("all that match are meant, over pages, but those left out", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const made = await Promise.all(
    Array.from({ length: 230 }, (_, index) =>
      world.createUser({ email: `bulk-${index}@sel.example`, name: `Bulk ${index}` }),
    ),
  );
  const [kept] = made;
  const matching = {
    filter: { field: "email", operator: "contains", value: "@sel.example" },
  } as const;
  const selection = { matching: { ...matching, search: undefined }, except: [kept?.id ?? ""] };
  const { done, refused } = await suspendUsers(admin, { selection, reason: undefined });
  expect(refused).toEqual([]);
  expect(new Set(done)).toEqual(new Set(made.slice(1).map(({ id }) => id)));
  expect(await statusOf(kept?.id ?? "")).toBe("active");
});

test("more than a thousand are refused, and none is changed", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  await world.services.raw`
    insert into users (id, email, name, roles, status, created_at, updated_at)
    select gen_random_uuid(), 'many-' || n || '@many.example', 'Many ' || n, '{viewer}', 'active', now(), now()
    from generate_series(1, 1001) n`;
  const filter = { field: "email", operator: "contains", value: "@many.example" } as const;
  const selection = { matching: { search: undefined, filter } };
  await expect(suspendUsers(admin, { selection, reason: undefined })).rejects.toMatchObject({
    code: "PAYLOAD_TOO_LARGE",
  });
  expect(await world.services.db.$count(users, eq(users.status, "suspended"))).toBe(229);
});

test("what nobody foresaw with one is logged and told, and what was done with the others is known", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const [first, odd, last] = [
    await world.createUser(),
    await world.createUser({ name: "Odd One" }),
    await world.createUser(),
  ];
  await world.services.raw`
    create function refuse_odd() returns trigger language plpgsql as $$
      begin raise exception 'the disk is odd'; end $$`;
  await world.services.raw`
    create trigger odd before update on users for each row when (old.name = 'Odd One')
      execute function refuse_odd()`;
  const ids = [first, odd, last].map(({ id }) => id);
  const { done, refused } = await suspendUsers(admin, { selection: { ids }, reason: undefined });
  await world.services.raw`drop function refuse_odd cascade`;
  expect(done).toEqual([first.id, last.id]);
  expect(refused).toEqual([{ userId: odd.id, code: "INTERNAL", message: "Something went wrong." }]);
});

test("what there is no time left for is refused untried", async () => {
  const admin = world.as(await world.createUser({ roles: ["admin"] }));
  const user = await world.createUser();
  const hurried = { ...admin, config: { ...admin.config, procedureTimeoutSeconds: 0 } };
  const input = { selection: { ids: [user.id] }, reason: undefined };
  const { done, refused } = await suspendUsers(hurried, input);
  expect([done, refused[0]?.code]).toEqual([[], "TIMEOUT"]);
  expect(await statusOf(user.id)).toBe("active");
});
