import { type SQL, sql } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import type { Services } from "#server/platform/context.ts";
import { defineList } from "#server/platform/list/definition.ts";
import { readList, readListFields } from "#server/platform/list/query.ts";
import { isLike, searchIn } from "#server/platform/list/text-search.ts";
import { isKept, userColumns } from "./queries.ts";
import {
  type ListUserFieldsInput,
  type ListUsersInput,
  type PartialUserPage,
  USER_FIELDS,
  type UserPage,
} from "./schema.ts";

/** What `users_search_index` is on. */
export const SEARCHED = sql`lower(${users.name} || ' ' || ${users.email})`;

/** Name and address as every list of users filters and sorts them. */
export const textColumns = {
  name: {
    column: users.name,
    lower: sql`lower(${users.name})`,
  },
  email: {
    column: users.email,
    lower: sql`${users.email}`,
    within: (pattern: string) => isLike(SEARCHED, `% ${pattern}`),
  },
};

const userList = defineList({
  name: "users",
  table: users,
  id: users.id,
  fields: USER_FIELDS,
  columns: {
    ...textColumns,
    status: users.status,
    roles: users.roles,
    createdAt: users.createdAt,
    updatedAt: users.updatedAt,
    lastSignInAt: users.lastSignInAt,
  },
  row: userColumns,
  where: isKept,
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

/** The same with some fields of each user only. */
export function listUserFields(
  services: Pick<Services, "db" | "replicas" | "now">,
  { fields, ...input }: ListUserFieldsInput,
  where?: SQL,
): Promise<PartialUserPage> {
  return readListFields(services, userList, { input, where, fields });
}
