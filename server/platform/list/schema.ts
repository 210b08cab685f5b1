import { z } from "zod";
import { OptionalText, Text } from "#server/platform/text/schema.ts";
import { parseJsonTest } from "./json-test.ts";
import { isFoundAtStart, isFoundWithin } from "./trigrams.ts";

interface Common {
  label: string;
  /** Whether an index serves the order. */
  isSortable?: boolean;
  /** Whether it may have no value: offers "is empty". */
  isOptional?: boolean;
}

/** What a list can be filtered and sorted by; shared with the browser, so it names no column. */
export type ListField = Common &
  (
    | { type: "text" }
    /** A UUID, or any text where records of many kinds stand together. */
    | { type: "id"; isText?: boolean }
    | { type: "instant" }
    | { type: "number" }
    /** A document: a path in it, and what stands there. */
    | { type: "json" }
    | {
        type: "choice";
        options: readonly string[];
        optionLabels?: Readonly<Record<string, string>>;
      }
    | {
        type: "choices";
        options: readonly string[];
        optionLabels?: Readonly<Record<string, string>>;
        /** Takes other values as well, which only the running system knows. */
        isOpen?: boolean;
      }
  );
export type ListFields = Record<string, ListField>;

/**
 * The operators of each type of field, in the order in which they are offered. No index tells which
 * rows have none of some choices, so that cannot be asked.
 */
export const OPERATORS = {
  text: ["contains", "startsWith", "is", "isNot"],
  id: ["is"],
  instant: ["inLast", "before", "after", "between"],
  number: ["is", "above", "below", "between"],
  json: ["has"],
  choice: ["isAnyOf", "isNoneOf"],
  choices: ["hasAnyOf", "hasAllOf"],
} as const satisfies Record<ListField["type"], readonly string[]>;
export const EMPTINESS = ["isEmpty", "isNotEmpty"] as const;

const MAX_CONDITIONS = 30;
const MAX_DEPTH = 4;
const MAX_SORTS = 3;
const MAX_DAYS = 3650;
const MAX_OPEN_CHOICES = 50;

type Valued<Operator extends string, Value> = { operator: Operator; value: Value };
type Choices<Field> = Field extends { isOpen: true }
  ? string[]
  : Field extends { options: readonly (infer Option)[] }
    ? Option[]
    : never;

type Test<Field extends ListField> = Field extends { type: "text" }
  ? Valued<(typeof OPERATORS)["text"][number], string>
  : Field extends { type: "id" }
    ? Valued<"is", string>
    : Field extends { type: "instant" }
      ?
          | Valued<"inLast", number>
          | Valued<"before" | "after", Date>
          | Valued<"between", [Date, Date]>
      : Field extends { type: "number" }
        ? Valued<"is" | "above" | "below", number> | Valued<"between", [number, number]>
        : Field extends { type: "json" }
          ? Valued<"has", string>
          : Field extends { type: "choice" }
            ? Valued<(typeof OPERATORS)["choice"][number], Choices<Field>>
            : Valued<(typeof OPERATORS)["choices"][number], Choices<Field>>;

/** One test of one field. */
export type Condition<Fields extends ListFields = ListFields> = {
  [Name in keyof Fields & string]:
    | ({ field: Name } & Test<Fields[Name]>)
    | (Fields[Name] extends { isOptional: true }
        ? { field: Name; operator: (typeof EMPTINESS)[number] }
        : never);
}[keyof Fields & string];

/** Conditions joined by "all of" and "any of", a few levels deep. */
export type Filter<Fields extends ListFields = ListFields> =
  | Condition<Fields>
  | { all: Filter<Fields>[] }
  | { any: Filter<Fields>[] };

export type SortableOf<Fields extends ListFields> = {
  [Name in keyof Fields & string]: Fields[Name] extends { isSortable: true } ? Name : never;
}[keyof Fields & string];

export interface Sort<Fields extends ListFields = ListFields> {
  field: SortableOf<Fields>;
  direction: "asc" | "desc";
}

function Choice(option: z.ZodType<string>, max: number) {
  return z.array(option).min(1, "Choose at least one").max(max);
}

const TextWithin = Text(200).refine(isFoundWithin, "Use at least three letters or digits in a row");
const TextAtStart = Text(200).refine(isFoundAtStart, "Use a letter or a digit");
const SearchText = OptionalText(200).refine(
  (text) => text === undefined || isFoundAtStart(text),
  "Search for a letter or a digit",
);

const PathAndValue = Text(300).refine(
  (text) => parseJsonTest(text) !== null,
  "Write a path and a value, such as payload.userId = 42",
);

/** In the years that Postgres and ISO 8601 write with four digits. */
const Instant = z
  .date()
  .min(new Date("0001-01-01T00:00:00Z"))
  .max(new Date("9999-12-31T23:59:59Z"));

/** What each operator of a field compares with; null for those without a value. */
function valuesOf(field: ListField): Record<string, z.ZodType | null> {
  const range = (bound: z.ZodType) => z.tuple([bound, bound]);
  const values: Record<ListField["type"], () => Record<string, z.ZodType>> = {
    text: () => ({
      contains: TextWithin,
      startsWith: TextAtStart,
      is: TextAtStart,
      isNot: Text(200),
    }),
    id: () => ({ is: "isText" in field && field.isText ? Text(200) : z.uuid() }),
    instant: () => ({
      inLast: z.int().min(1).max(MAX_DAYS),
      before: Instant,
      after: Instant,
      between: range(Instant),
    }),
    number: () => ({
      is: z.number(),
      above: z.number(),
      below: z.number(),
      between: range(z.number()),
    }),
    json: () => ({ has: PathAndValue }),
    choice: () => choicesOf(OPERATORS.choice, field),
    choices: () => choicesOf(OPERATORS.choices, field),
  };
  return { ...values[field.type](), ...(field.isOptional && { isEmpty: null, isNotEmpty: null }) };
}

function choicesOf(operators: readonly string[], field: ListField): Record<string, z.ZodType> {
  const options = "options" in field ? field.options : [];
  const isOpen = "isOpen" in field && field.isOpen;
  const choice = isOpen
    ? Choice(Text(100), MAX_OPEN_CHOICES)
    : Choice(z.enum(options as [string, ...string[]]), options.length);
  return Object.fromEntries(operators.map((operator) => [operator, choice]));
}

function conditionOf(name: string, field: ListField): z.ZodType {
  const tests = Object.entries(valuesOf(field)).map(([operator, value]) =>
    z.strictObject({
      field: z.literal(name),
      operator: z.literal(operator),
      ...(value && { value }),
    }),
  );
  return z.discriminatedUnion("operator", tests as never);
}

/** Conditions on the given fields, and groups of them. */
export function FilterOf<const Fields extends ListFields>(fields: Fields) {
  const Condition = z.discriminatedUnion(
    "field",
    Object.entries(fields).map(([name, field]) => conditionOf(name, field)) as never,
  );
  const Node: z.ZodType<Filter<Fields>> = z.lazy(() => {
    const group = z.array(Node).min(1, "Add a condition").max(MAX_CONDITIONS);
    return z.union([Condition, z.strictObject({ all: group }), z.strictObject({ any: group })]);
  }) as never;
  return Node.refine((filter) => countConditions(filter) <= MAX_CONDITIONS, {
    message: `Use at most ${MAX_CONDITIONS} conditions`,
  }).refine((filter) => depthOf(filter) <= MAX_DEPTH, {
    message: `Nest groups at most ${MAX_DEPTH} deep`,
  }) as unknown as z.ZodType<Filter<Fields>, Filter<Fields>>;
}

/** A filter, its conditions unread. */
export type FilterNode = { all: FilterNode[] } | { any: FilterNode[] } | object;

/** What a group joins; null for a condition. */
export function membersOf(filter: FilterNode): FilterNode[] | null {
  if ("all" in filter) return filter.all;
  return "any" in filter ? filter.any : null;
}

export function countConditions(filter: FilterNode): number {
  const members = membersOf(filter);
  return members ? members.reduce((sum, member) => sum + countConditions(member), 0) : 1;
}

function depthOf(filter: FilterNode): number {
  return 1 + Math.max(0, ...(membersOf(filter) ?? []).map(depthOf));
}

/** In the order of their weight, each field at most once. */
export function SortOf<const Fields extends ListFields>(fields: Fields) {
  const names = Object.keys(fields).filter((name) => fields[name]?.isSortable);
  const Order = z.strictObject({
    field: z.enum(names as [string, ...string[]]),
    direction: z.enum(["asc", "desc"]),
  });
  return z
    .array(Order)
    .min(1)
    .max(MAX_SORTS)
    .refine((sort) => new Set(sort.map(({ field }) => field)).size === sort.length, {
      message: "Sort by each field once",
    }) as unknown as z.ZodType<Sort<Fields>[], Sort<Fields>[]>;
}

/** What every list takes. */
export function ListInput<const Fields extends ListFields>(
  fields: Fields,
  defaultSort: Sort<Fields>[],
) {
  return z.strictObject({
    search: SearchText,
    filter: FilterOf(fields).optional(),
    sort: SortOf(fields).default(defaultSort),
    /** The `nextCursor` or `previousCursor` of an earlier page with the same search, filter and sort. */
    cursor: Text(2_000).optional(),
    limit: z.int().min(1).max(200).default(50),
  });
}

/** What every list answers. */
export function ListPage<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    /** Exact up to 10,000; above that an estimate, and `isTotalEstimated` says so. */
    total: z.int(),
    isTotalEstimated: z.boolean(),
  });
}
