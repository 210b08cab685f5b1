import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#server/platform/ids.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { readList, readListFields } from "./query.ts";
import { inOrder, matches } from "./testing/evaluator.ts";
import { filters, rows, sorts } from "./testing/random.ts";
import {
  createSampleTable,
  type Sample,
  type SampleFilter,
  SampleListInput,
  type SamplePage,
  type SampleSort,
  sampleList,
  samples,
} from "./testing/samples.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
  await createSampleTable(world.services);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.services.db.execute(sql`truncate list_samples`);
});

type Where = Parameters<typeof readList>[2]["where"];

async function list(input: SampleListInput, where?: Where): Promise<SamplePage> {
  const services = { ...world.services, now: () => NOW };
  return readList(services, sampleList, { input: SampleListInput.parse(input), where });
}

async function fill(count: number): Promise<Sample[]> {
  const [made = []] = fc.sample(rows(count), { numRuns: 1, seed: 7 });
  await world.services.db.insert(samples).values(made);
  return made;
}

interface Walk {
  pages: SamplePage[];
  items: Sample[];
}

/** All pages towards the end of the list, or back to its start. */
async function walk(
  input: SampleListInput,
  towards: "nextCursor" | "previousCursor",
  between: () => Promise<unknown> = async () => undefined,
): Promise<Walk> {
  const pages: SamplePage[] = [];
  let cursor = input.cursor;
  do {
    const page = await list({ ...input, ...(cursor && { cursor }) });
    if (towards === "nextCursor") pages.push(page);
    else pages.unshift(page);
    cursor = page[towards] ?? undefined;
    await between();
  } while (cursor);
  return { pages, items: pages.flatMap(({ items }) => items) };
}

const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test("random filters and sorts give the rows, order, pages and totals of a plain evaluator", async () => {
  const all = await fill(300);
  const limits = fc.integer({ min: 20, max: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.option(filters, { nil: undefined }),
      sorts,
      limits,
      async (filter, sort, limit) => {
        const kept = filter ? all.filter((row) => matches(row, filter, NOW)) : all;
        const expected = ids(inOrder(kept, sort));
        const forward = await walk({ filter, sort, limit }, "nextCursor");
        expect(ids(forward.items)).toEqual(expected);
        for (const { total, isTotalEstimated } of forward.pages)
          expect({ total, isTotalEstimated }).toEqual({
            total: expected.length,
            isTotalEstimated: false,
          });
        const cursor = forward.pages.at(-1)?.previousCursor;
        if (!cursor) return;
        const back = await walk({ filter, sort, limit, cursor }, "previousCursor");
        const last = forward.pages.at(-1)?.items.length ?? 0;
        expect(ids(back.items)).toEqual(expected.slice(0, expected.length - last));
      },
    ),
    { numRuns: 200, examples: EXAMPLES },
  );
});

const EXAMPLES: [SampleFilter | undefined, SampleSort[], number][] = [
  [undefined, [{ field: "seenAt", direction: "desc" }], 20],
  [
    undefined,
    [
      { field: "score", direction: "asc" },
      { field: "note", direction: "desc" },
    ],
    20,
  ],
  [
    { field: "mood", operator: "isNoneOf", value: ["book", "film", "song"] },
    [
      { field: "kind", direction: "desc" },
      { field: "score", direction: "asc" },
      { field: "size", direction: "desc" },
    ],
    20,
  ],
];

test.each(["nextCursor", "previousCursor"] as const)(
  "while rows come and go every row that stays is seen exactly once (%s)",
  async (towards) => {
    const all = await fill(400);
    const sort: SampleSort[] = [
      { field: "kind", direction: "asc" },
      { field: "score", direction: "desc" },
      { field: "title", direction: "asc" },
    ];
    const doomed = all.filter((_, index) => index % 7 === 0);
    const staying = all.filter((_, index) => index % 7 !== 0);
    const last = await walk({ sort, limit: 30 }, "nextCursor");
    const cursor = last.pages.at(-1)?.previousCursor ?? undefined;
    const change = async () => {
      const leaving = doomed.pop();
      if (leaving) await world.services.db.delete(samples).where(eq(samples.id, leaving.id));
      const [twin] = fc.sample(fc.constantFrom(...staying), 1);
      if (twin) await world.services.db.insert(samples).values({ ...twin, id: newId() });
    };
    const start = towards === "nextCursor" ? {} : { cursor };
    const { items } = await walk({ sort, limit: 30, ...start }, towards, change);
    const seen = ids(items);
    expect(new Set(seen).size).toBe(seen.length);
    const first = new Set(towards === "nextCursor" ? [] : ids(last.pages.at(-1)?.items ?? []));
    for (const { id } of staying) expect(seen.includes(id) || first.has(id)).toBe(true);
  },
);

test("rows that the caller may not see are in no page and no total, and cursors do not cross over", async () => {
  const all = await fill(200);
  const books = eq(samples.kind, "book");
  const filter: SampleFilter = { field: "size", operator: "above", value: 10 };
  const { items, pages } = await walk({ filter, limit: 20 }, "nextCursor");
  const scoped = await list({ filter, limit: 20 }, books);
  const expected = all.filter(({ kind, size }) => kind === "book" && size > 10);
  expect(scoped.total).toBe(expected.length);
  expect(scoped.items.every(({ kind }) => kind === "book")).toBe(true);
  expect(items.length).toBeGreaterThan(expected.length);
  const cursor = pages[0]?.nextCursor ?? "";
  await expect(list({ filter, cursor }, books)).rejects.toMatchObject({ code: "VALIDATION" });
  const none = await list({ limit: 20, search: "ann" }, sql`false`);
  expect(none).toMatchObject({ items: [], total: 0, nextCursor: null, previousCursor: null });
});

test("a cursor of another filter, search or sort, or one made up, is refused with its field named", async () => {
  await fill(100);
  const sort: SampleSort[] = [{ field: "seenAt", direction: "asc" }];
  const { nextCursor } = await list({ sort, limit: 20 });
  const cursor = nextCursor ?? "";
  const [values, ...rest] = JSON.parse(Buffer.from(cursor, "base64url").toString());
  const forge = (changed: unknown) =>
    Buffer.from(JSON.stringify([changed, ...rest])).toString("base64url");
  const refused = { code: "VALIDATION", fields: [{ path: "cursor" }] };
  for (const made of [
    "garbage",
    "e30",
    forge([]),
    forge(["never", values[1]]),
    forge([...values, "x"]),
    forge(["infinity", values[1]]),
    forge(["0000-01-01T00:00:00.000Z", values[1]]),
    forge([1, values[1]]),
    forge([values[0], "not-a-uuid"]),
    forge([null, values[1]]),
  ])
    await expect(list({ sort, cursor: made }), made).rejects.toMatchObject(refused);
  for (const other of [
    {},
    { sort, search: "ann" },
    { sort: [{ field: "seenAt", direction: "desc" }] },
    { sort, filter: { field: "size", operator: "is", value: 1 } },
  ] as SampleListInput[])
    await expect(list({ ...other, cursor })).rejects.toMatchObject(refused);
  expect(
    (await list({ sort, cursor: forge(["-infinity", values[1]]) })).items.length,
  ).toBeGreaterThan(0);
});

test("random fields are those of the whole rows, page by page, and no other column is read", async () => {
  await fill(120);
  const fields = fc.subarray(Object.keys(sampleList.row) as (keyof Sample)[], { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.option(filters, { nil: undefined }),
      sorts,
      fields,
      async (filter, sort, names) => {
        const input = SampleListInput.parse({ filter, sort, limit: 20 });
        const services = { ...world.services, now: () => NOW };
        const whole = await readList(services, sampleList, { input });
        const [partial, statements] = await listening(() =>
          readListFields(services, sampleList, { input, fields: names }),
        );
        const kept = new Set(["id", ...names]);
        expect(partial).toEqual({
          ...whole,
          items: whole.items.map((item) =>
            Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name))),
          ),
        });
        const mayBeRead = new Set<string>([...kept, ...sort.map(({ field }) => field)]);
        for (const name of Object.keys(sampleList.row).filter((name) => !mayBeRead.has(name)))
          expect(selected(statements)).not.toContain(`"${samples[name as keyof Sample].name}"`);
        const cursor = whole.nextCursor ?? undefined;
        if (!cursor) return;
        const second = await readListFields(services, sampleList, {
          input: { ...input, cursor },
          fields: names,
        });
        const expected = await readList(services, sampleList, { input: { ...input, cursor } });
        expect(ids(second.items)).toEqual(ids(expected.items));
      },
    ),
    { numRuns: 60 },
  );
});

/** What the work answers, and the statements that it sent. */
async function listening<Answer>(work: () => Promise<Answer>): Promise<[Answer, string[]]> {
  const { options } = (world.services.db as unknown as { $client: { options: { debug: unknown } } })
    .$client;
  const sent: string[] = [];
  options.debug = (_: number, query: string) => sent.push(query);
  try {
    return [await work(), sent];
  } finally {
    options.debug = false;
  }
}

/** The column list of the statement for the rows. */
function selected(statements: string[]): string {
  const rows = statements.find((query) => !query.includes("count(*)"));
  return /^select (.*?) from /.exec(rows ?? "")?.[1] ?? "";
}
