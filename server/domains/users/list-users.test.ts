import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/schema/users.ts";
import { generatePeople } from "#db/seed/people.ts";
import type { RoleName } from "#server/platform/access/catalog.ts";
import { newId } from "#server/platform/ids.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { listUsers } from "./list-users.ts";
import { ListUsersInput, USER_SORTS, type User } from "./schema.ts";

const COUNT = 21_000;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
  const now = new Date("2026-06-01T00:00:00Z");
  const rows = [...generatePeople(COUNT, { now, offset: 0 })].map((person) => ({
    ...person,
    id: newId({ msecs: person.createdAt.getTime() }),
    roles: person.roles as RoleName[],
    updatedAt: person.createdAt,
  }));
  for (let at = 0; at < COUNT; at += 3_000)
    await world.services.db.insert(users).values(rows.slice(at, at + 3_000));
  await world.services.db.execute(sql`vacuum (analyze) users`);
});
afterAll(() => world.close());

type Input = Parameters<typeof ListUsersInput.parse>[0];
const list = (input: Input = {}) => listUsers(world.services, ListUsersInput.parse(input));

async function readAll(input: Record<string, unknown>): Promise<User[]> {
  const found: User[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ ...input, limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

test.each(USER_SORTS)(
  "walking forward by %s visits every row once, in order, and back the same way",
  async (sort) => {
    for (const direction of ["asc", "desc"] as const) {
      const filter = { sort, direction, status: "suspended" as const };
      const all = await readAll(filter);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const key = (user: User) => {
        const value = user[sort];
        if (value instanceof Date) return value.getTime();
        return value ?? 0;
      };
      const sign = direction === "asc" ? 1 : -1;
      for (let index = 1; index < all.length; index++) {
        const [a, b] = [key(all[index - 1] as User), key(all[index] as User)];
        if (typeof a === "number" && typeof b === "number")
          expect(Math.sign(a - b) * sign).toBeLessThanOrEqual(0);
      }
      const first = await list({ ...filter, limit: 50 });
      const second = await list({ ...filter, limit: 50, cursor: first.nextCursor ?? "" });
      const back = await list({ ...filter, limit: 50, cursor: second.previousCursor ?? "" });
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
  const suspended = await list({ status: "suspended", limit: 1 });
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
});

test("role and status narrow together", async () => {
  const { items } = await list({ role: "admin", status: "invited", limit: 200 });
  expect(items.length).toBeGreaterThan(0);
  expect(items.every((user) => user.roles.includes("admin") && user.status === "invited")).toBe(
    true,
  );
});

test("a cursor of another list, or one made up, is refused with its field named", async () => {
  const { nextCursor } = await list({ sort: "name", direction: "asc" });
  const forged = Buffer.from(JSON.stringify(["x", "not-a-uuid", "next", "x"])).toString(
    "base64url",
  );
  for (const cursor of [nextCursor ?? "", "garbage", forged, "e30"]) {
    await expect(list({ sort: "email", cursor })).rejects.toMatchObject({
      code: "VALIDATION",
      fields: [{ path: "cursor" }],
    });
  }
});

test("a genuine cursor with another value inside is refused, never sent to Postgres", async () => {
  for (const [sort, value] of [
    ["name", "a\u0000b"],
    ["name", "\ud800"],
    ["createdAt", "0000-01-01T00:00:00.000Z"],
    ["createdAt", "never"],
    ["lastSignInAt", "infinity"],
  ] as const) {
    const { nextCursor } = await list({ sort });
    const parts = JSON.parse(Buffer.from(nextCursor ?? "", "base64url").toString()) as unknown[];
    const cursor = Buffer.from(JSON.stringify([value, ...parts.slice(1)])).toString("base64url");
    await expect(list({ sort, cursor }), `${sort} ${value}`).rejects.toMatchObject({
      code: "VALIDATION",
    });
  }
});

test("pages of every sort, first and deep, are read from an index without sorting the table", async () => {
  for (const sort of USER_SORTS) {
    for (const direction of ["asc", "desc"] as const) {
      const deep = await walk({ sort, direction }, 40);
      for (const cursor of [undefined, deep]) {
        const plan = await planOf(() => list({ sort, direction, ...(cursor ? { cursor } : {}) }));
        expect(plan, `${sort} ${direction}`).not.toMatch(/Seq Scan|"Sort"/);
      }
    }
  }
});

async function walk(input: Record<string, unknown>, pages: number): Promise<string> {
  let cursor = "";
  for (let page = 0; page < pages; page++) {
    const result = await list({ ...input, limit: 200, ...(cursor ? { cursor } : {}) });
    cursor = result.nextCursor ?? cursor;
  }
  return cursor;
}

/** The plan of the page query that `read` sends, as Postgres would run it again. */
async function planOf(read: () => Promise<unknown>): Promise<string> {
  const { raw } = world.services;
  const sent: { query: string; params: unknown[] }[] = [];
  const { $client: client } = world.services.db as unknown as {
    $client: { options: { debug: unknown } };
  };
  client.options.debug = (_: number, query: string, params: unknown[]) =>
    sent.push({ query, params });
  await read();
  client.options.debug = false;
  const page = sent.find(({ query }) => query.includes("order by"));
  if (!page) throw new Error("no page query was sent");
  const rows = await raw.unsafe(`explain (format json) ${page.query}`, page.params as string[]);
  return JSON.stringify(rows[0]?.["QUERY PLAN"]);
}
