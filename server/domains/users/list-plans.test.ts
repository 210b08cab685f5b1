import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { insertPeople } from "#server/testing/people.ts";
import { explainStatements, type PlanNode, type SentStatement } from "#server/testing/plans.ts";
import { listUsers } from "./list-users.ts";
import { ListUsersInput, type UserFilter } from "./schema.ts";

const COUNT = 100_000;
/** What any part of a plan may read, of a page or a count: a count up to 10,000 stops there. */
const MAX_READ = 30_000;
/**
 * What may be sorted beside the order of an index: what is found first, or one group of equal keys. Whether
 * it is few enough for that, 20,000, is known by an estimate from 10,000 on, so that some more may be.
 */
const MAX_SORTED = MAX_READ;
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
  await insertPeople(world.services, COUNT);
});
afterAll(() => world.close());

type Input = z.input<typeof ListUsersInput>;
type Sort = NonNullable<Input["sort"]>;

const list = (input: Input) => listUsers(world.services, ListUsersInput.parse(input));
const day = (date: string) => new Date(`${date}T00:00:00Z`);

const INSTANTS: UserFilter[] = (["createdAt", "updatedAt", "lastSignInAt"] as const).flatMap(
  (field): UserFilter[] => [
    { field, operator: "inLast", value: 30 },
    { field, operator: "before", value: day("2022-01-01") },
    { field, operator: "before", value: day("2015-01-01") },
    { field, operator: "after", value: day("2026-05-30") },
    { field, operator: "between", value: [day("2024-03-01"), day("2024-04-01")] },
  ],
);
const TEXTS: UserFilter[] = (["name", "email"] as const).flatMap((field): UserFilter[] =>
  ["ann", "kovač", "example", "zzzq"].flatMap((value): UserFilter[] =>
    (["contains", "startsWith", "is", "isNot"] as const).map((operator) => ({
      field,
      operator,
      value,
    })),
  ),
);
const STATUSES: UserFilter[] = [["active"], ["suspended"], ["invited", "suspended"]].flatMap(
  (value) => [
    { field: "status", operator: "isAnyOf", value } as UserFilter,
    { field: "status", operator: "isNoneOf", value } as UserFilter,
  ],
);
const ROLES: UserFilter[] = [["viewer"], ["admin"], ["owner"], ["support", "viewer"]].flatMap(
  (value) =>
    ["hasAnyOf", "hasAllOf"].map((operator) => ({ field: "roles", operator, value }) as UserFilter),
);
const NEVER: UserFilter = { field: "lastSignInAt", operator: "isEmpty" };
const EVER: UserFilter = { field: "lastSignInAt", operator: "isNotEmpty" };
const INVITED: UserFilter = { field: "status", operator: "isAnyOf", value: ["invited"] };
const ADMIN: UserFilter = { field: "roles", operator: "hasAnyOf", value: ["admin"] };
const ANN: UserFilter = { field: "name", operator: "contains", value: "ann" };
const COMBINED: UserFilter[] = [
  { all: [INVITED, ADMIN] },
  { all: [INVITED, EVER] },
  { all: [NEVER, { field: "lastSignInAt", operator: "after", value: day("2025-01-01") }] },
  { all: [ANN, { any: [INVITED, NEVER] }] },
  { any: [ANN, ADMIN] },
  { any: [{ field: "email", operator: "is", value: "nobody@example.com" }, NEVER] },
  { any: [{ field: "name", operator: "isNot", value: "ann" }, ADMIN] },
  { any: [{ all: [INVITED, ADMIN] }, { all: [ANN, EVER] }] },
];
const FILTERS: (UserFilter | undefined)[] = [
  undefined,
  ...TEXTS,
  ...INSTANTS,
  ...STATUSES,
  ...ROLES,
  NEVER,
  EVER,
  ...COMBINED,
];

const SORTS: Sort[] = [
  ...(["name", "email", "createdAt", "updatedAt", "lastSignInAt"] as const).flatMap(
    (field): Sort[] => [[{ field, direction: "asc" }], [{ field, direction: "desc" }]],
  ),
  [
    { field: "lastSignInAt", direction: "asc" },
    { field: "name", direction: "desc" },
  ],
  [
    { field: "name", direction: "asc" },
    { field: "createdAt", direction: "desc" },
    { field: "email", direction: "asc" },
  ],
];

const nameOf = (input: Input) => JSON.stringify({ ...input, cursor: undefined });
const isCount = ({ query }: SentStatement) => query.includes("count(*)");
const types = (nodes: PlanNode[]) => nodes.map((node) => node["Node Type"]);

function sortedRows(node: PlanNode): number {
  return node["Node Type"] === "Sort" ? (node.Plans?.[0]?.["Actual Rows"] ?? 0) : 0;
}

async function expectIndexed(input: Input): Promise<void> {
  const statements = await explainStatements(world.services, () => list(input));
  expect(statements.filter((statement) => !isCount(statement))).toHaveLength(1);
  for (const statement of statements) {
    const { query, nodes } = statement;
    const what = `${nameOf(input)} ${JSON.stringify(types(nodes))}`;
    expect(query).not.toMatch(/\boffset\b/i);
    expect(Math.max(...nodes.map(sortedRows)), what).toBeLessThanOrEqual(MAX_SORTED);
    expect(Math.max(...nodes.map(readRows)), what).toBeLessThan(MAX_READ);
    if (!isCount(statement)) expect(types(nodes), what).not.toContain("Seq Scan");
    if (!(isCount(statement) || input.filter || input.search))
      expect(types(nodes), what).not.toContain("Sort");
  }
}

/** A cursor some hundred rows into a filtered list, 8,000 into a whole one, or where it ends. */
async function deepCursor(input: Input): Promise<string | undefined> {
  let cursor: string | undefined;
  const pages = input.filter ? 4 : 40;
  for (let page = 0; page < pages; page++) {
    const { nextCursor } = await list({ ...input, limit: 200, ...(cursor && { cursor }) });
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return cursor;
}

test.each(SORTS.map((sort) => [JSON.stringify(sort), sort] as const))(
  "every filter sorted by %s is read from indexes, on the first page and deep inside",
  async (_, sort) => {
    for (const filter of FILTERS) {
      const input = { sort, filter };
      await expectIndexed(input);
      const cursor = await deepCursor(input);
      if (cursor) await expectIndexed({ ...input, cursor });
    }
  },
);

test.each(["ann smith", "@example", "佐藤", "an", "é", "a", "zzzq"])(
  "a search for %s is read from indexes in every order",
  async (search) => {
    for (const sort of SORTS) await expectIndexed({ sort, search });
  },
);

test.each<[string, Input]>([
  ["a filter that contradicts itself", { filter: COMBINED[2], sort: SORTS[0] }],
  ["invited users, none of whom was ever in", { filter: COMBINED[1], sort: SORTS[6] }],
  ["names at the far end of the order", { search: "佐藤", sort: SORTS[0] }],
  ["names at the other end", { search: "an", sort: SORTS[1] }],
])("%s: few rows are found first and then sorted", async (_, input) => {
  const statements = await explainStatements(world.services, () => list(input));
  for (const { nodes } of statements)
    expect(Math.max(...nodes.map(readRows)), JSON.stringify(types(nodes))).toBeLessThan(10_000);
});

function readRows(node: PlanNode): number {
  const removed = node["Rows Removed by Filter"] ?? 0;
  const rechecked = node["Rows Removed by Index Recheck"] ?? 0;
  return (node["Actual Rows"] + removed + rechecked) * node["Actual Loops"];
}
