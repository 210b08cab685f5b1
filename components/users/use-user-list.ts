"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "#components/trpc/trpc.ts";
import {
  toListUsersInput,
  type UserListSearch,
  userListSearch,
} from "#components/users/list-search.ts";

type Sort = UserListSearch["sort"];

/** The list that the address bar asks for, and the ways to ask for another. */
export function useUserList() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(userListSearch);
  const query = useQuery(
    trpc.users.list.queryOptions(toListUsersInput(search), { placeholderData: keepPreviousData }),
  );

  function filter(change: Partial<UserListSearch>) {
    void setSearch({ ...change, cursor: null });
  }

  return {
    search,
    query,
    filter,
    clear: () => filter({ search: "", role: null, status: null }),
    sortBy: (sort: Sort) => filter({ sort, direction: nextDirection(search, sort) }),
    goTo: (cursor: string) => void setSearch({ cursor }, { history: "push" }),
    isFiltered: Boolean(search.search || search.role || search.status),
  };
}

/** The other way round for the same column; names start at A, times at the newest. */
function nextDirection(search: UserListSearch, sort: Sort): "asc" | "desc" {
  if (search.sort === sort) {
    return search.direction === "asc" ? "desc" : "asc";
  }
  return sort === "name" || sort === "email" ? "asc" : "desc";
}
