import { hash } from "node:crypto";
import { and, asc, desc, eq, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { z } from "zod";
import type { Drizzle } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import type { Services } from "#server/platform/context.ts";
import {
  type Cursor,
  decodeCursor,
  encodeCursor,
  refuseCursor,
} from "#server/platform/pagination.ts";
import { preparedOnce } from "#server/platform/prepared.ts";
import { countUpTo } from "#server/platform/row-count.ts";
import { userColumns } from "./queries.ts";
import type { ListUsersInput, User, UserPage } from "./schema.ts";

type Sort = ListUsersInput["sort"];

const SORT_KEYS: Record<Sort, SQLWrapper> = {
  createdAt: users.createdAt,
  name: users.name,
  email: users.email,
  // Never signed in sorts as the longest ago; `users_last_sign_in_index` is on this expression.
  lastSignInAt: sql`coalesce(${users.lastSignInAt}, '-infinity'::timestamptz)`,
};

const TIMES: readonly Sort[] = ["createdAt", "lastSignInAt"];
const NEVER = "-infinity";
/** What Postgres takes as a timestamp: it knows no year 0. */
const Timestamp = z.iso.datetime().refine((text) => !text.startsWith("0000"));

/** One page of users by keyset, in either direction, stable while rows are added. Only the total may be old. */
export async function listUsers(
  { db, replicas }: Pick<Services, "db" | "replicas">,
  input: ListUsersInput,
): Promise<UserPage> {
  const filter = and(...conditions(input));
  const scope = scopeOf(input);
  const cursor = input.cursor ? readCursor(input, scope) : undefined;
  const isBackwards = cursor?.towards === "previous";
  const isAscending = (input.direction === "asc") !== isBackwards;
  const [rows, total] = await Promise.all([
    readPage(db, { input, filter, cursor, isAscending }),
    replicas.readStale((stale) => countUpTo(stale, { table: users, filter, key: scope })),
  ]);
  const hasMore = rows.length > input.limit;
  const isWhole = !(cursor || hasMore);
  const items = rows.slice(0, input.limit);
  if (isBackwards) items.reverse();
  const edge = (item: User | undefined, towards: Cursor["towards"]) =>
    item ? encodeCursor({ value: sortValue(item, input.sort), id: item.id, towards, scope }) : null;
  return {
    items,
    nextCursor: isBackwards || hasMore ? edge(items.at(-1), "next") : null,
    previousCursor: cursor && (!isBackwards || hasMore) ? edge(items[0], "previous") : null,
    // Whoever sees the whole list sees its length, however old the count.
    total: isWhole ? items.length : total.count,
    isTotalEstimated: !isWhole && total.isEstimated,
  };
}

/** Names the filter and order in few characters. */
function scopeOf(input: ListUsersInput): string {
  const text = JSON.stringify([
    input.sort,
    input.direction,
    input.status,
    input.role,
    input.search,
  ]);
  return hash("sha256", text, "base64url").slice(0, 16);
}

interface PageQuery {
  input: ListUsersInput;
  filter: SQL | undefined;
  cursor: Cursor | undefined;
  isAscending: boolean;
}

/** Searches and roles are planned for their value each time: one plan for all walks the wrong index. */
function readPage(db: Drizzle, query: PageQuery): Promise<User[]> {
  const { input, filter, cursor, isAscending } = query;
  const { sort, status, limit } = input;
  if (input.search || input.role) {
    const where = and(filter, cursor && beyond(sort, cursor, isAscending));
    return selectPage(db, { sort, isAscending, where }).limit(limit + 1);
  }
  const shape = { sort, isAscending, hasStatus: status !== undefined, hasCursor: !!cursor };
  const page = preparePage(db, shape);
  return page.execute({ status, value: cursor?.value, id: cursor?.id, limit: limit + 1 });
}

interface Shape {
  sort: Sort;
  isAscending: boolean;
  hasStatus: boolean;
  hasCursor: boolean;
}

const preparedPages = preparedOnce(() => new Map<string, PreparedPage>());
type PreparedPage = ReturnType<typeof buildPage>;

/** A page by sort, status and cursor has one good plan whatever the values. */
function preparePage(db: Drizzle, shape: Shape): PreparedPage {
  const pages = preparedPages(db);
  const { sort, isAscending, hasStatus, hasCursor } = shape;
  const name = `users_page_${sort}_${isAscending}_${hasStatus}_${hasCursor}`;
  const existing = pages.get(name);
  if (existing) return existing;
  const page = buildPage(db, name, shape);
  pages.set(name, page);
  return page;
}

function buildPage(db: Drizzle, name: string, shape: Shape) {
  const { sort, isAscending, hasStatus, hasCursor } = shape;
  const place = { value: sql.placeholder("value"), id: sql.placeholder("id") };
  const where = and(
    hasStatus ? eq(users.status, sql.placeholder("status")) : undefined,
    hasCursor ? beyond(sort, place, isAscending) : undefined,
  );
  return selectPage(db, { sort, isAscending, where }).limit(sql.placeholder("limit")).prepare(name);
}

interface PageSelection {
  sort: Sort;
  isAscending: boolean;
  where: SQL | undefined;
}

function selectPage(db: Drizzle, { sort, isAscending, where }: PageSelection) {
  const order = isAscending ? asc : desc;
  return db
    .select(userColumns)
    .from(users)
    .where(where)
    .orderBy(order(SORT_KEYS[sort]), order(users.id));
}

function conditions(input: ListUsersInput): SQL[] {
  const found: SQL[] = [];
  if (input.status) found.push(eq(users.status, input.status));
  if (input.role) found.push(sql`${users.roles} @> array[${input.role}]::text[]`);
  if (input.search) found.push(matches(input.search));
  return found;
}

function matches(search: string): SQL {
  const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${users.name} || ' ' || ${users.email}) like ${pattern}`;
}

interface Place {
  value: string | Placeholder;
  id: string | Placeholder;
}

/** Rows on the far side of the cursor; the row comparison walks the index of (key, id). */
function beyond(sort: Sort, { value, id }: Place, isAscending: boolean): SQL {
  const side = isAscending ? sql`>` : sql`<`;
  const typed = TIMES.includes(sort) ? sql`${value}::timestamptz` : sql`${value}::text`;
  return sql`(${SORT_KEYS[sort]}, ${users.id}) ${side} (${typed}, ${id}::uuid)`;
}

function readCursor(input: ListUsersInput, scope: string): Cursor {
  const cursor = decodeCursor(input.cursor ?? "", scope);
  const isTime = TIMES.includes(input.sort);
  if (isTime && cursor.value !== NEVER && !Timestamp.safeParse(cursor.value).success)
    throw refuseCursor();
  return cursor;
}

function sortValue(user: User, sort: Sort): string {
  const value = user[sort];
  if (value === null) return NEVER;
  return value instanceof Date ? value.toISOString() : value;
}
