import type { Sample, SampleFilter, SampleSort } from "./samples.ts";

interface Condition {
  field: keyof Sample;
  operator: string;
  value?: unknown;
}

/** What a filter means, as plainly as it can be said. */
export function matches(row: Sample, filter: SampleFilter, now: Date): boolean {
  if ("all" in filter) return filter.all.every((member) => matches(row, member, now));
  if ("any" in filter) return filter.any.some((member) => matches(row, member, now));
  const { field, operator, value } = filter as Condition;
  const actual = row[field];
  const meaning = MEANINGS[operator];
  if (!meaning) throw new Error(`${operator} has no meaning`);
  return meaning(actual, value, now);
}

type Meaning = (actual: unknown, value: unknown, now: Date) => boolean;

const lower = (value: unknown) => (value as string).toLowerCase();
const isNone = (actual: unknown) => actual === null || actual === "";
const order = (value: unknown) => (value as Date | number).valueOf() as number;
const intersects = (actual: unknown, value: unknown) =>
  (value as string[]).some((option) => (actual as string[]).includes(option));
const isSame: Meaning = (actual, value) => {
  if (actual === null) return false;
  return typeof actual === "string" ? lower(actual) === lower(value) : actual === value;
};

const MEANINGS: Record<string, Meaning> = {
  contains: (actual, value) => actual !== null && lower(actual).includes(lower(value)),
  startsWith: (actual, value) => actual !== null && lower(actual).startsWith(lower(value)),
  is: isSame,
  isNot: (actual, value, now) => !isSame(actual, value, now),
  inLast: (actual, value, now) =>
    actual !== null && order(actual) > now.getTime() - (value as number) * 86_400_000,
  before: (actual, value) => actual !== null && order(actual) < order(value),
  after: (actual, value) => actual !== null && order(actual) > order(value),
  above: (actual, value) => actual !== null && order(actual) > order(value),
  below: (actual, value) => actual !== null && order(actual) < order(value),
  between: (actual, value) => {
    const [from, to] = value as [unknown, unknown];
    return actual !== null && order(actual) >= order(from) && order(actual) <= order(to);
  },
  isAnyOf: (actual, value) => (value as unknown[]).includes(actual),
  isNoneOf: (actual, value) => !(value as unknown[]).includes(actual),
  hasAnyOf: intersects,
  hasAllOf: (actual, value) =>
    (value as string[]).every((option) => (actual as string[]).includes(option)),
  isEmpty: isNone,
  isNotEmpty: (actual) => !isNone(actual),
};

/** Missing values come before all others; ids tell equal rows apart, in the direction of the last field. */
export function inOrder(rows: readonly Sample[], sort: readonly SampleSort[]): Sample[] {
  const { direction = "asc" } = sort.at(-1) ?? {};
  const keys = [...sort, { field: "id" as const, direction }];
  return rows.toSorted((a, b) => {
    for (const key of keys) {
      const compared = compare(a[key.field], b[key.field]);
      if (compared !== 0) return key.direction === "asc" ? compared : -compared;
    }
    return 0;
  });
}

function compare(a: unknown, b: unknown): number {
  if (typeof (a ?? b) === "string")
    return Buffer.compare(Buffer.from((a ?? "") as string), Buffer.from((b ?? "") as string));
  return Math.sign(rank(a) - rank(b)) || 0;
}

function rank(value: unknown): number {
  return value === null ? -1e300 : order(value);
}
