import { hash } from "node:crypto";
import { and, getTableName, type SQL, Subquery, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Drizzle } from "#db/client.ts";
import type { Services } from "#server/platform/context.ts";
import { countUpTo, type RowCount } from "#server/platform/row-count.ts";
import { isFoundByIndex, toCondition } from "./conditions.ts";
import { type Cursor, decodeCursor, encodeCursor, refuseCursor } from "./cursor.ts";
import type { List } from "./definition.ts";
import {
  beyond,
  isPlaceOf,
  type Order,
  type OrderKey,
  orderBy,
  placeOf,
  reversed,
  toOrderKeys,
} from "./keyset.ts";
import { type Choices, choicesOf, preparePage } from "./prepared-pages.ts";
import type { FilterNode } from "./schema.ts";

interface ListRequest {
  input: {
    search?: string | undefined;
    filter?: FilterNode | undefined;
    sort: readonly Order[];
    cursor?: string | undefined;
    limit: number;
  };
  /** The rows that the caller may see at all. */
  where?: SQL | undefined;
  /** The same rows in words that an index answers, for whoever sees only few. */
  found?: SQL | undefined;
  /** What is read of each row, if not all: these and the id. */
  fields?: readonly string[] | undefined;
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
  isTotalEstimated: boolean;
}

/**
 * One page by keyset, in either direction, stable while rows come and go. Only the total may be old.
 * @throws AppError VALIDATION for a cursor of another list, search, filter, sort or `where`
 */
export async function readList<Item>(
  { db, replicas, now }: Pick<Services, "db" | "replicas" | "now">,
  list: List<Item>,
  request: ListRequest,
): Promise<Page<Item>> {
  const { input } = request;
  const scope = scopeOf(list, request);
  const forward = toOrderKeys(list, input.sort);
  const cursor = input.cursor ? readCursor(input.cursor, scope, forward) : undefined;
  const isBackwards = cursor?.towards === "previous";
  const keys = isBackwards ? reversed(forward) : forward;
  const filter = filterOf(list, request, now());
  const counted = replicas.readStale((stale) =>
    countUpTo(stale, {
      table: list.table,
      filter: () => filter(request.found ?? request.where),
      key: scope,
    }),
  );
  const [rows, total] = await Promise.all([
    readRows(db, list, { request, filter, cursor, keys, counted }) as Promise<Item[]>,
    counted,
  ]);
  const hasMore = rows.length > input.limit;
  const isWhole = !(cursor || hasMore);
  const items = rows.slice(0, input.limit);
  if (isBackwards) items.reverse();
  const edge = (item: Item | undefined, towards: Cursor["towards"]) =>
    item ? encodeCursor({ values: placeOf(forward, item), towards, scope }) : null;
  return {
    items,
    nextCursor: isBackwards || hasMore ? edge(items.at(-1), "next") : null,
    previousCursor: cursor && (!isBackwards || hasMore) ? edge(items[0], "previous") : null,
    // Whoever sees the whole list sees its length, however old the count.
    total: isWhole ? items.length : total.count,
    isTotalEstimated: !isWhole && total.isEstimated,
  };
}

/**
 * The same page with only some fields of each row, and the id; nothing else is read, but what the page is
 * sorted by. Cursors are those of the whole list.
 */
export async function readListFields<
  Item extends { id: unknown },
  Name extends keyof Item & string,
>(
  services: Pick<Services, "db" | "replicas" | "now">,
  list: List<Item>,
  request: ListRequest & { fields: readonly Name[] },
): Promise<Page<Pick<Item, Name | "id">>> {
  const page = await readList(services, list, request);
  const names = ["id" as const, ...request.fields];
  return { ...page, items: page.items.map((item) => pick(item, names)) };
}

/** Of the visible rows those asked for: made at most once, and only when they are read. */
function filterOf(
  list: List,
  { input }: ListRequest,
  now: Date,
): (visible: SQL | undefined) => SQL | undefined {
  let made: { asked: SQL | undefined } | undefined;
  return (visible) => {
    made ??= {
      asked: and(
        list.where,
        input.filter && toCondition(list, input.filter, now),
        input.search && list.search ? list.search(input.search) : undefined,
      ),
    };
    return and(visible, made.asked);
  };
}

const dialect = new PgDialect({ casing: "snake_case" });

/** Names the list, its filter and its order in few characters. */
function scopeOf(list: List, { input, where }: ListRequest): string {
  const text = JSON.stringify([
    list.name,
    input.search,
    input.filter,
    input.sort,
    where && dialect.sqlToQuery(where),
  ]);
  return hash("sha256", text, "base64url").slice(0, 16);
}

function readCursor(text: string, scope: string, keys: readonly OrderKey[]): Cursor {
  const cursor = decodeCursor(text, scope);
  if (!isPlaceOf(keys, cursor.values)) throw refuseCursor();
  return cursor;
}

interface RowsQuery {
  request: ListRequest;
  filter: ReturnType<typeof filterOf>;
  cursor: Cursor | undefined;
  keys: readonly OrderKey[];
  counted: Promise<RowCount>;
}

function readRows(db: Drizzle, list: List, query: RowsQuery): Promise<unknown[]> {
  const { input, where, fields } = query.request;
  const isPlain = !where && !fields && !input.search && input.sort.length === 1;
  const choices = isPlain ? choicesOf(list, input.filter) : undefined;
  return choices ? readPrepared(db, list, { ...query, choices }) : readPlanned(db, list, query);
}

function readPrepared(
  db: Drizzle,
  list: List,
  { request, choices, cursor, keys }: RowsQuery & { choices: Choices },
): Promise<unknown[]> {
  const values: Record<string, unknown> = { limit: request.input.limit + 1 };
  for (const [field, value] of choices) values[`choice_${field}`] = value;
  for (const [index, value] of (cursor?.values ?? []).entries()) values[`key_${index}`] = value;
  return preparePage(db, list, { keys, choices, hasCursor: !!cursor }).execute(values);
}

/** So many rows are found and sorted in less time than a walk in their order may take. */
const FEW = 20_000;

/**
 * Planned for its values each time: one plan for all walks the wrong index. Few rows are found first
 * and then sorted; left to itself the planner may walk all the table in the order of the sort, since
 * it takes conditions and order for independent of each other.
 */
async function readPlanned(
  db: Drizzle,
  list: List,
  { request, filter, cursor, keys, counted }: RowsQuery,
): Promise<unknown[]> {
  const { search, filter: asked, limit } = request.input;
  const sorted = keys.map(({ field }) => field);
  const row = request.fields ? pick(list.row, [...request.fields, ...sorted]) : list.row;
  const visible = request.found ?? request.where;
  const canFind = request.found || search !== undefined || (asked && isFoundByIndex(asked));
  const isFew = canFind && (await counted).count <= FEW;
  const isBeyond = cursor && beyond(keys, cursor.values);
  return db
    .select(row)
    .from(isFew ? found(list, filter(visible)) : list.table)
    .where(isFew ? isBeyond : and(filter(request.where), isBeyond))
    .orderBy(...orderBy(keys))
    .limit(limit + 1);
}

function pick<Of extends object, Name extends keyof Of>(
  all: Of,
  names: readonly Name[],
): Pick<Of, Name> {
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<Of, Name>;
}

/** In place of the table: the rows of a filter, planned apart from the rest. */
function found({ table }: List, filter: SQL | undefined): Subquery {
  const rows = sql`with found as materialized (select * from ${table} where ${filter}) select * from found`;
  return new Subquery(rows, {}, getTableName(table));
}
