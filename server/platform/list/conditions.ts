import { type SQL, sql } from "drizzle-orm";
import type { Key, List } from "./definition.ts";
import { parseJsonTest } from "./json-test.ts";
import { type FilterNode, membersOf } from "./schema.ts";
import { isLike, literally } from "./text-search.ts";

interface AnyCondition {
  field: string;
  operator: string;
  value?: unknown;
}

/** Whether indexes find the rows, however many they are; without, the table has to be walked in the order of the sort. */
export function isFoundByIndex(filter: FilterNode): boolean {
  if ("all" in filter) return filter.all.some(isFoundByIndex);
  if ("any" in filter) return filter.any.every(isFoundByIndex);
  const { operator } = filter as AnyCondition;
  return operator !== "isNot" && operator !== "has";
}

/** `now` is what `inLast` counts back from. */
export function toCondition(list: List, filter: FilterNode, now: Date): SQL {
  const members = membersOf(filter);
  if (!members) return compare(list, filter as AnyCondition, now);
  const word = "all" in filter ? sql` and ` : sql` or `;
  return sql`(${sql.join(
    members.map((member) => toCondition(list, member, now)),
    word,
  )})`;
}

function compare(list: List, { field, operator, value }: AnyCondition, now: Date): SQL {
  const key = list.keys.get(field);
  if (!key) throw new Error(`The list ${list.name} has no field ${field}`);
  if (operator === "isEmpty") return isEmpty(key);
  if (operator === "isNotEmpty") return isNotEmpty(key);
  return COMPARE[key.type](key, { operator, value, now });
}

interface Test {
  operator: string;
  value: unknown;
  now: Date;
}

const COMPARE: Record<Key["type"], (key: Key, test: Test) => SQL> = {
  text: (key, { operator, value }) => compareText(key, operator, literally(value as string)),
  id: (key, { value }) => sql`${key.column} = ${value}`,
  instant: (key, { operator, value, now }) => {
    if (operator === "inLast") return compareRange(key, "after", daysBefore(now, value as number));
    return compareRange(key, operator, value);
  },
  number: (key, { operator, value }) => compareRange(key, operator, value),
  json: (key, { value }) => compareJson(key, value as string),
  choice: (key, { operator, value }) => compareChoice(key, operator, value as string[]),
  choices: (key, { operator, value }) => compareChoices(key, operator, value as string[]),
};

function isEmpty({ column, ordered, type }: Key): SQL {
  if (type === "text") return sql`coalesce(${column}, '') = ''`;
  if (type === "choices") return sql`coalesce(cardinality(${column}), 0) = 0`;
  if (ordered !== column) return sql`${ordered} = '-infinity'`;
  return sql`${column} is null`;
}

function isNotEmpty({ column, ordered, type }: Key): SQL {
  if (type === "text") return sql`${column} <> ''`;
  if (type === "choices") return sql`cardinality(${column}) > 0`;
  if (ordered !== column) return sql`${ordered} > ${lowest(type)}`;
  return sql`${column} is not null`;
}

/** Less than any value; of instants one in the histogram's reach, or the planner takes the range for a small one. */
function lowest(type: Key["type"]): SQL {
  return type === "instant" ? sql`'0001-01-01Z'::timestamptz` : sql`'-infinity'`;
}

/** A negative test holds for what has no value, too. */
function unless(key: Key, condition: SQL): SQL {
  return key.isOptional ? sql`(${condition}) is not true` : sql`not (${condition})`;
}

function compareText(key: Key, operator: string, text: string): SQL {
  const patterns: Record<string, string> = { contains: `%${text}%`, startsWith: `${text}%` };
  const pattern = patterns[operator] ?? text;
  if (!key.text) throw new Error("A text is declared with its indexes");
  const isPrecisely = isLike(key.text.lower, pattern);
  if (operator === "isNot") return unless(key, isPrecisely);
  return operator === "contains" && key.text.within
    ? sql`(${key.text.within(pattern)} and ${isPrecisely})`
    : isPrecisely;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

const bound = (value: unknown): SQL =>
  value instanceof Date ? sql`${value.toISOString()}::timestamptz` : sql`${value}`;

function compareRange(key: Key, operator: string, value: unknown): SQL {
  const { ordered } = key;
  if (operator === "is") return sql`${ordered} = ${bound(value)}`;
  if (operator === "after" || operator === "above") return sql`${ordered} > ${bound(value)}`;
  if (operator === "between") {
    const [from, to] = value as [unknown, unknown];
    return sql`(${ordered} >= ${bound(from)} and ${ordered} <= ${bound(to)})`;
  }
  const isBelow = sql`${ordered} < ${bound(value)}`;
  return key.isOptional ? sql`(${isBelow} and ${isNotEmpty(key)})` : isBelow;
}

/** Elements of arrays on the way are looked into. */
function compareJson({ column }: Key, text: string): SQL {
  const test = parseJsonTest(text);
  if (!test) throw new Error("A path and a value are checked by the schema");
  const { path, values } = test;
  const place = path.map((key) => `.${JSON.stringify(key)}`).join("");
  const alternatives = values.map((_, index) => `@ == $v${index}`).join(" || ");
  const given = Object.fromEntries(values.map((value, index) => [`v${index}`, value]));
  return sql`jsonb_path_exists(${column}, ${`$${place} ? (${alternatives})`}::text::jsonpath, ${JSON.stringify(given)}::text::jsonb)`;
}

/** "None of" asks for the other options, which an index finds. */
function compareChoice(key: Key, operator: string, options: string[]): SQL {
  if (operator === "isAnyOf") return isAnyOf(key, options);
  const others = key.options.filter((option) => !options.includes(option));
  const isOther = others.length > 0 ? isAnyOf(key, others) : sql`false`;
  return key.isOptional ? sql`(${isOther} or ${key.column} is null)` : isOther;
}

function isAnyOf({ column }: Key, options: string[]): SQL {
  const [first] = options;
  return options.length === 1
    ? sql`${column} = ${first}`
    : sql`${column} = any(${textArray(options)})`;
}

function compareChoices(key: Key, operator: string, options: string[]): SQL {
  const wanted = textArray(options);
  return operator === "hasAllOf"
    ? sql`${key.column} @> ${wanted}`
    : sql`${key.column} && ${wanted}`;
}

function textArray(values: string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}
