import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { isStorable } from "#server/platform/text/schema.ts";
import type { CursorValue } from "./cursor.ts";
import type { Key, List } from "./definition.ts";

/** One column of an order; the last one of each order is the id, so that no two rows are equal. */
export interface OrderKey {
  field: string;
  expression: SQL;
  type: Key["type"];
  isOptional: boolean;
  isAscending: boolean;
}

export interface Order {
  field: string;
  direction: "asc" | "desc";
}

export function toOrderKeys(list: List, sort: readonly Order[]): OrderKey[] {
  const keys = sort.map(({ field, direction }): OrderKey => {
    const key = list.keys.get(field);
    if (!key) throw new Error(`The list ${list.name} has no field ${field}`);
    const { ordered: expression, type, isOptional } = key;
    return { field, expression, type, isOptional, isAscending: direction === "asc" };
  });
  const isAscending = keys.at(-1)?.isAscending ?? true;
  return [
    ...keys,
    { field: "id", expression: list.id, type: "id", isOptional: false, isAscending },
  ];
}

export function reversed(keys: readonly OrderKey[]): OrderKey[] {
  return keys.map((key) => ({ ...key, isAscending: !key.isAscending }));
}

export function orderBy(keys: readonly OrderKey[]): SQL[] {
  return keys.map(({ expression, isAscending }) =>
    isAscending ? sql`${expression} asc` : sql`${expression} desc`,
  );
}

type Place = readonly (CursorValue | Placeholder)[];

/** The rows behind the one that has these values. Its first test alone bounds a walk along the index of the first key. */
export function beyond(keys: readonly OrderKey[], place: Place): SQL {
  const [first, ...others] = keys;
  if (!first) throw new Error("An order has at least one key");
  const side = first.isAscending ? sql`>` : sql`<`;
  if (keys.every(({ isAscending }) => isAscending === first.isAscending)) {
    const values = keys.map((key, index) => typed(key, place[index]));
    const expressions = keys.map(({ expression }) => expression);
    return sql`(${sql.join(expressions, sql`, `)}) ${side} (${sql.join(values, sql`, `)})`;
  }
  const value = typed(first, place[0]);
  const { expression } = first;
  return sql`(${expression} ${side}= ${value} and (${expression} ${side} ${value} or ${beyond(others, place.slice(1))}))`;
}

function typed({ type }: OrderKey, value: Place[number] | undefined): SQL {
  if (type === "instant") return sql`${value}::timestamptz`;
  if (type === "id") return sql`${value}::uuid`;
  return type === "number" ? sql`${value}` : sql`${value}::text`;
}

/** What a cursor holds for a missing instant or number. */
const NONE = "-infinity";
/** What Postgres takes as a timestamp: it knows no year 0. */
const Timestamp = z.iso.datetime().refine((text) => !text.startsWith("0000"));

/** Where a row stands in the order. */
export function placeOf(keys: readonly OrderKey[], row: Record<string, unknown>): CursorValue[] {
  return keys.map(({ field, type }) => {
    const value = row[field];
    if (value === null) return type === "instant" || type === "number" ? NONE : "";
    return value instanceof Date ? value.toISOString() : (value as CursorValue);
  });
}

/** Whether Postgres takes the values of a cursor as those of the keys. */
export function isPlaceOf(keys: readonly OrderKey[], values: readonly CursorValue[]): boolean {
  return values.length === keys.length && keys.every((key, index) => isValueOf(key, values[index]));
}

function isValueOf({ type, isOptional }: OrderKey, value: CursorValue | undefined): boolean {
  if (type === "number" && typeof value === "number") return true;
  if (typeof value !== "string") return false;
  if (type === "id") return z.uuid().safeParse(value).success;
  if (type !== "instant" && type !== "number") return isStorable(value);
  if (value === NONE) return isOptional;
  return type === "instant" && Timestamp.safeParse(value).success;
}
