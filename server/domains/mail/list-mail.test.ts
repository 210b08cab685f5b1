import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { explainStatements } from "#server/testing/plans.ts";
import { listMail } from "./list-mail.ts";
import { ListMailInput, type MailFilter } from "./schema.ts";

const COUNT = 100_000;
const RARE = "account-deleted";
let world: TestWorld;

/** One mail a minute; one in a thousand of a rare kind, one in seven to the same person. */
beforeAll(async () => {
  world = await createTestWorld();
  const { db } = world.services;
  await db.execute(sql`
    insert into outbox_mails (id, template, recipient, subject, html, text, created_at)
    select gen_random_uuid(),
      case when n % 1000 = 0 then ${RARE} when n % 3 = 0 then 'invitation' else 'new-sign-in' end,
      case when n % 7 = 0 then 'ann.lee@example.com' else 'user-' || n || '@example.org' end,
      case when n % 3 = 0 then 'Maren invites you to Binnacle' else 'New sign-in to your account' end,
      '<p>secret</p>', 'secret', timestamptz '2026-06-01Z' - n * interval '1 minute'
    from generate_series(1, ${COUNT}::int) n`);
  await db.execute(sql`vacuum (analyze) outbox_mails`);
});
afterAll(() => world.close());

type Input = z.input<typeof ListMailInput>;
type Sort = NonNullable<Input["sort"]>;
const list = (input: Input = {}) => listMail(world.services, ListMailInput.parse(input));

const FILTERS: (MailFilter | undefined)[] = [
  undefined,
  { field: "template", operator: "isAnyOf", value: [RARE] },
  { field: "template", operator: "isAnyOf", value: ["invitation"] },
  { field: "template", operator: "isAnyOf", value: ["invitation", RARE] },
  { field: "template", operator: "isNoneOf", value: ["new-sign-in"] },
  { field: "recipient", operator: "is", value: "user-1@example.org" },
  { field: "recipient", operator: "contains", value: "ann.lee" },
  { field: "recipient", operator: "startsWith", value: "user-99" },
  { field: "recipient", operator: "isNot", value: "ann.lee@example.com" },
  { field: "createdAt", operator: "after", value: new Date("2026-05-31T12:00:00Z") },
  { field: "createdAt", operator: "before", value: new Date("2026-04-01T00:00:00Z") },
  {
    all: [
      { field: "template", operator: "isAnyOf", value: [RARE] },
      { field: "recipient", operator: "contains", value: "ann.lee" },
    ],
  },
];
const SORTS: Sort[] = [
  [{ field: "createdAt", direction: "desc" }],
  [{ field: "recipient", direction: "asc" }],
  [
    { field: "recipient", direction: "desc" },
    { field: "createdAt", direction: "asc" },
  ],
];

async function expectIndexed(input: Input): Promise<void> {
  const statements = await explainStatements(world.services, () => list(input));
  const rows = statements.filter(({ query }) => !query.includes("count(*)"));
  expect(rows).toHaveLength(1);
  for (const { query, nodes } of rows) {
    const types = nodes.map((node) => node["Node Type"]);
    const what = JSON.stringify({ ...input, types });
    expect(types, what).not.toContain("Seq Scan");
    expect(query).not.toMatch(/\boffset\b|"html"|"text"/i);
    const sorted = nodes.filter((node) => node["Node Type"] === "Sort");
    for (const node of sorted)
      expect(node.Plans?.[0]?.["Actual Rows"], what).toBeLessThanOrEqual(20_000);
  }
}

test.each(SORTS.map((sort) => [JSON.stringify(sort), sort] as const))(
  "every filter sorted by %s is read from indexes, on the first page and on the next",
  async (_, sort) => {
    for (const filter of FILTERS) {
      await expectIndexed({ sort, filter });
      const { nextCursor } = await list({ sort, filter });
      if (nextCursor) await expectIndexed({ sort, filter, cursor: nextCursor });
    }
  },
);

test.each(["user-123", "maren invites", "ann.lee@example.com new"])(
  "a search for %s in address and subject is read from indexes",
  async (search) => {
    for (const sort of SORTS) await expectIndexed({ sort, search });
    expect((await list({ search })).items.length).toBeGreaterThan(0);
  },
);

test("pages go both ways, and filters find what they say", async () => {
  const filter: MailFilter = {
    all: [
      { field: "template", operator: "isAnyOf", value: [RARE] },
      { field: "recipient", operator: "is", value: "ann.lee@example.com" },
    ],
  };
  const first = await list({ filter, limit: 10 });
  expect(first).toMatchObject({ total: 14, isTotalEstimated: false });
  const second = await list({ filter, limit: 10, cursor: first.nextCursor ?? "" });
  expect(second.items).toHaveLength(4);
  const back = await list({ filter, limit: 10, cursor: second.previousCursor ?? "" });
  expect(back.items).toEqual(first.items);
  const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test("no text of a mail is in the list, and none is searched", async () => {
  const { items } = await list({ limit: 1 });
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(
    ["id", "template", "recipient", "subject", "createdAt", "status", "reason", "problem"].sort(),
  );
  expect((await list({ search: "secret" })).total).toBe(0);
});
