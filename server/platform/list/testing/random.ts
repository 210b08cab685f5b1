import fc from "fast-check";
import { OPERATORS } from "../schema.ts";
import {
  KINDS,
  SAMPLE_FIELDS,
  type Sample,
  type SampleFilter,
  type SampleSort,
  TAGS,
} from "./samples.ts";

const TEXTS = [
  "Ann",
  "anna b",
  "BOB",
  "Żofie 100%",
  "100_000",
  "a-b c\\d",
  "佐藤 花子",
  "zoë",
  "~ —",
];
const SEARCHED = ["ann", "NNA", "100%", "00_", "a-b", "żofi", "藤 花", "\\d c", "zoë"];
const text = fc.constantFrom(...TEXTS);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const number = fc.integer({ min: -3, max: 40 });
const instant = fc
  .integer({ min: 0, max: 90 * 24 })
  .map((hours) => new Date(Date.parse("2026-01-01T00:00:00.123Z") + hours * 3_600_000));
/** Few, so that they are met again. */
const owner = fc.integer({ min: 1, max: 5 }).map((n) => `0192f0c0-7c1e-7000-8000-00000000000${n}`);

const row: fc.Arbitrary<Sample> = fc.record({
  id: fc.uuid({ version: 7 }),
  title: text,
  note: maybe(fc.constantFrom("", ...TEXTS)),
  kind: fc.constantFrom(...KINDS),
  mood: maybe(fc.constantFrom(...KINDS)),
  tags: fc.subarray([...TAGS]),
  size: number,
  score: maybe(number),
  madeAt: instant,
  seenAt: maybe(instant),
  ownerId: owner,
});

export const rows = (count: number): fc.Arbitrary<Sample[]> =>
  fc.uniqueArray(row, { selector: ({ id }) => id, minLength: count, maxLength: count });

const some = (options: readonly string[]) => fc.subarray([...options], { minLength: 1 });
const pair = <T>(bound: fc.Arbitrary<T>) => fc.tuple(bound, bound);

type Field = (typeof SAMPLE_FIELDS)[keyof typeof SAMPLE_FIELDS];

function valueFor(field: Field, operator: string): fc.Arbitrary<unknown> {
  if ("options" in field) return some(field.options);
  if (field.type === "id") return owner;
  if (field.type === "text")
    return operator === "contains"
      ? fc.constantFrom(...SEARCHED)
      : text.filter((value) => value !== "~ —");
  if (operator === "inLast") return fc.integer({ min: 1, max: 60 });
  const bound: fc.Arbitrary<unknown> = field.type === "instant" ? instant : number;
  return operator === "between" ? pair(bound) : bound;
}

const condition: fc.Arbitrary<SampleFilter> = fc.oneof(
  ...Object.entries(SAMPLE_FIELDS).flatMap(([name, field]) => [
    ...OPERATORS[field.type].map((operator) =>
      valueFor(field, operator).map((value) => ({ field: name, operator, value })),
    ),
    ...("isOptional" in field
      ? ["isEmpty", "isNotEmpty"].map((operator) => fc.constant({ field: name, operator }))
      : []),
  ]),
) as fc.Arbitrary<SampleFilter>;

/** Up to three levels of groups. */
export const filters: fc.Arbitrary<SampleFilter> = fc.letrec<{ node: SampleFilter }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    condition,
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).node;

const SORTABLE = Object.entries(SAMPLE_FIELDS)
  .filter(([, field]) => "isSortable" in field)
  .map(([name]) => name as SampleSort["field"]);

export const sorts: fc.Arbitrary<SampleSort[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...SORTABLE),
    direction: fc.constantFrom("asc" as const, "desc" as const),
  }),
  { selector: ({ field }) => field, minLength: 1, maxLength: 3 },
);
