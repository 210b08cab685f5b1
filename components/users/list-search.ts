import {
  createLoader,
  type inferParserType,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type ListUsersInput, USER_SORTS, USER_STATUSES } from "#server/domains/users/schema.ts";
import { ROLE_NAMES } from "#server/platform/access/catalog.ts";

export const PAGE_SIZES = [25, 50, 100] as const;

/** The state of the users list as it stands in the address bar. */
export const userListSearch = {
  search: parseAsString.withDefault(""),
  role: parseAsStringLiteral(ROLE_NAMES),
  status: parseAsStringLiteral(USER_STATUSES),
  sort: parseAsStringLiteral(USER_SORTS).withDefault("createdAt"),
  direction: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  limit: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  cursor: parseAsString,
};

export type UserListSearch = inferParserType<typeof userListSearch>;

export const loadUserListSearch = createLoader(userListSearch);

/** The same input on server and client, so that the prefetched page is found. */
export function toListUsersInput(search: UserListSearch): ListUsersInput {
  return {
    search: search.search || undefined,
    role: search.role ?? undefined,
    status: search.status ?? undefined,
    sort: search.sort,
    direction: search.direction,
    limit: search.limit,
    cursor: search.cursor ?? undefined,
  };
}
