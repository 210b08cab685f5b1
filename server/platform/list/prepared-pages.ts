import { and, eq, type Placeholder, sql } from "drizzle-orm";
import type { Drizzle } from "#db/client.ts";
import { preparedOnce } from "#server/platform/prepared.ts";
import type { List } from "./definition.ts";
import { beyond, type OrderKey, orderBy } from "./keyset.ts";
import { type FilterNode, membersOf } from "./schema.ts";

/** A field and its one value. */
export type Choices = ReadonlyMap<string, string>;

/**
 * The values of a filter that only asks for one option of each of some fields, or undefined for any
 * other filter.
 */
export function choicesOf(list: List, filter: FilterNode | undefined): Choices | undefined {
  if (!filter) return new Map();
  const members = "all" in filter ? membersOf(filter) : [filter];
  if (!members) return undefined;
  const choices = new Map<string, string>();
  for (const member of members) {
    const choice = choiceOf(list, member);
    if (!choice || choices.has(choice.field)) return undefined;
    choices.set(choice.field, choice.value);
  }
  return choices;
}

function choiceOf(list: List, member: FilterNode): { field: string; value: string } | undefined {
  const { field, operator, value } = member as {
    field?: string;
    operator?: string;
    value?: unknown;
  };
  if (!field || operator !== "isAnyOf" || list.keys.get(field)?.type !== "choice") return undefined;
  const options = value as string[];
  const [only] = options;
  return only !== undefined && options.length === 1 ? { field, value: only } : undefined;
}

interface Shape {
  keys: readonly OrderKey[];
  choices: Choices;
  hasCursor: boolean;
}

interface PreparedPage {
  execute(values: Record<string, unknown>): Promise<unknown[]>;
}

const preparedPages = preparedOnce(() => new Map<string, PreparedPage>());

/**
 * A page by one field and by options of others has one good plan whatever the values, so its SQL is
 * made once and planned once per connection. Its values: `limit`, `choice_<field>`, `key_<number>`.
 */
export function preparePage(db: Drizzle, list: List, shape: Shape): PreparedPage {
  const pages = preparedPages(db);
  const order = shape.keys.map(({ field, isAscending }) => `${field}${isAscending ? "+" : "-"}`);
  const name = [list.name, ...order, ...shape.choices.keys(), shape.hasCursor].join(" ");
  const existing = pages.get(name);
  if (existing) return existing;
  const page = buildPage(db, list, { ...shape, name });
  pages.set(name, page);
  return page;
}

function buildPage(db: Drizzle, list: List, shape: Shape & { name: string }): PreparedPage {
  const { keys, choices, hasCursor, name } = shape;
  const isChosen = [...choices.keys()].map((field) => {
    const key = list.keys.get(field);
    return key && eq(key.column, sql.placeholder(`choice_${field}`));
  });
  return db
    .select(list.row)
    .from(list.table)
    .where(and(list.where, ...isChosen, hasCursor ? beyond(keys, placeholders(keys)) : undefined))
    .orderBy(...orderBy(keys))
    .limit(sql.placeholder("limit"))
    .prepare(name);
}

function placeholders(keys: readonly OrderKey[]): Placeholder[] {
  return keys.map((_, index) => sql.placeholder(`key_${index}`));
}
