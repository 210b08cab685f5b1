import { type SQL, sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList } from "#server/platform/list/query.ts";
import { isLike, searchIn } from "#server/platform/list/text-search.ts";
import { userColumns } from "./queries.ts";
import { type ListUsersInput, USER_FIELDS, type UserPage } from "./schema.ts";

/** What `users_search_index` is on. */
const SEARCHED = sql`lower(${users.name} || ' ' || ${users.email})`;

const userList = defineList({
  name: "users",
  table: users,
  id: users.id,
  fields: USER_FIELDS,
  columns: {
    name: {
      column: users.name,
      lower: sql`lower(${users.name})`,
      within: (pattern) => isLike(SEARCHED, `${pattern} %`),
    },
    email: {
      column: users.email,
      lower: sql`${users.email}`,
      within: (pattern) => isLike(SEARCHED, `% ${pattern}`),
    },
    status: users.status,
    roles: users.roles,
    createdAt: users.createdAt,
    updatedAt: users.updatedAt,
    lastSignInAt: users.lastSignInAt,
  },
  row: userColumns,
  search: (text) => searchIn(SEARCHED, text),
});

/** One page of the users that `where` lets the caller see. */
export function listUsers(
  services: Pick<Services, "db" | "replicas" | "now">,
  input: ListUsersInput,
  where?: SQL,
): Promise<UserPage> {
  return readList(services, userList, { input, where });
}
