import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { insertPeople } from "#server/testing/people.ts";
import { listUserFields, listUsers } from "./list-users.ts";
import {
  ListUserFieldsInput,
  ListUsersInput,
  type User,
  type UserFilter,
  type UserSort,
} from "./schema.ts";

const COUNT = 21_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
  await insertPeople(world.services, COUNT);
});
afterAll(() => world.close());

type Input = z.input<typeof ListUsersInput>;
const list = (input: Input = {}) => listUsers(world.services, ListUsersInput.parse(input));

const SUSPENDED: UserFilter = { field: "status", operator: "isAnyOf", value: ["suspended"] };
const SORTS: UserSort[] = ["createdAt", "updatedAt", "name", "email", "lastSignInAt"];

async function readAll(input: Input): Promise<User[]> {
  const found: User[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ ...input, limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

const orderOf = (user: User, field: UserSort) => user[field]?.valueOf() ?? Number.NEGATIVE_INFINITY;

test.each(SORTS)(
  "walking forward by %s visits every row once, in order, and back the same way",
  async (field) => {
    for (const direction of ["asc", "desc"] as const) {
      const input = { sort: [{ field, direction }], filter: SUSPENDED };
      const all = await readAll(input);
      expect(all).toHaveLength((await list(input)).total);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const keys = all.map((user) => orderOf(user, field));
      if (direction === "desc") keys.reverse();
      expect(keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] ?? ""))).toBe(-1);
      const first = await list({ ...input, limit: 50 });
      const second = await list({ ...input, limit: 50, cursor: first.nextCursor ?? "" });
      const back = await list({ ...input, limit: 50, cursor: second.previousCursor ?? "" });
      expect(back.items).toEqual(first.items);
      expect(back.previousCursor).toBeNull();
    }
  },
);

test("rows added while paging neither repeat nor hide others", async () => {
  const first = await list({ limit: 50 });
  const added = await world.createUser({ createdAt: new Date() });
  const second = await list({ limit: 50, cursor: first.nextCursor ?? "" });
  expect(second.items.map(({ id }) => id)).not.toContain(added.id);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(100);
});

test("the total is exact up to 10,000 and an honest estimate above", async () => {
  const suspended = await list({ filter: SUSPENDED, limit: 1 });
  const [{ count } = { count: 0 }] = await world.services.db.execute<{ count: number }>(
    sql`select count(*)::int as count from users where status = 'suspended'`,
  );
  expect(suspended).toMatchObject({ total: count, isTotalEstimated: false });
  const all = await list({ limit: 1 });
  expect(all.isTotalEstimated).toBe(true);
  expect(Math.abs(all.total - COUNT) / COUNT).toBeLessThan(0.1);
});

test("search finds parts of names in any script and of addresses, with wildcards taken literally", async () => {
  const user = await world.createUser({
    name: "Žofie 100%_sure Łukasz",
    email: "zofie@search.example",
  });
  for (const search of ["žofie", "ŁUKASZ", "100%_", "@search.ex"]) {
    expect((await list({ search })).items.map(({ id }) => id)).toContain(user.id);
  }
  expect((await list({ search: "100_%" })).items).toEqual([]);
  expect((await list({ search: "佐藤" })).items.length).toBeGreaterThan(0);
  expect((await list({ search: "ž" })).items.map(({ id }) => id)).toContain(user.id);
});

test("roles and status narrow together, whatever the case of a name", async () => {
  const all: UserFilter[] = [
    { field: "roles", operator: "hasAnyOf", value: ["admin"] },
    { field: "status", operator: "isAnyOf", value: ["invited"] },
  ];
  const { items } = await list({ filter: { all }, limit: 200 });
  expect(items.length).toBeGreaterThan(0);
  expect(items.every((user) => user.roles.includes("admin") && user.status === "invited")).toBe(
    true,
  );
  const [first] = items;
  const name = first?.name.toUpperCase() ?? "";
  const named = await list({
    filter: { all: [...all, { field: "name", operator: "is", value: name }] },
  });
  expect(named.items.map(({ id }) => id)).toContain(first?.id);
});

test("a cursor of another list is refused with its field named", async () => {
  const { nextCursor } = await list({ sort: [{ field: "name", direction: "asc" }] });
  const cursor = nextCursor ?? "";
  await expect(
    list({ sort: [{ field: "email", direction: "asc" }], cursor }),
  ).rejects.toMatchObject({ code: "VALIDATION", fields: [{ path: "cursor" }] });
});

test("what no index finds is refused", () => {
  for (const [input, path] of [
    [{ search: "--" }, ["search"]],
    [{ filter: { field: "name", operator: "contains", value: "ab" } }, ["filter", "value"]],
    [{ filter: { field: "name", operator: "startsWith", value: "—" } }, ["filter", "value"]],
    [{ sort: [{ field: "status", direction: "asc" }] }, ["sort", 0, "field"]],
  ] as const) {
    const { error } = ListUsersInput.safeParse(input);
    expect(JSON.stringify(error?.issues), path.join(".")).toContain(JSON.stringify(path.at(-1)));
  }
});

const withRoles = (operator: "hasAnyOf" | "hasAllOf", ...value: string[]): UserFilter => ({
  field: "roles",
  operator,
  value,
});

test("custom roles can be asked for beside those that everybody has", async () => {
  const user = await world.createUser({ roles: ["viewer", "night-shift"] });
  const hasNightShift = withRoles("hasAnyOf", "night-shift");
  expect((await list({ filter: hasNightShift })).items.map(({ id }) => id)).toEqual([user.id]);
  expect((await list({ filter: withRoles("hasAllOf", "nobodys-role") })).items).toEqual([]);
});

test("of a user only the fields are answered that were asked for, and the id", async () => {
  const input = ListUserFieldsInput.parse({ fields: ["email"], limit: 1 });
  const [row] = (await listUserFields(world.services, input)).items;
  expect(Object.keys(row ?? {}).sort()).toEqual(["email", "id"]);
  for (const fields of [["passwordHash"], [], ["email", "email"], ["roles", "__proto__"]]) {
    const { error } = ListUserFieldsInput.safeParse({ fields });
    expect(error?.issues[0]?.path[0], fields.join()).toBe("fields");
  }
});
