"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { Initials } from "#components/display/initials.tsx";
import type { Entry } from "#components/palette/entry.ts";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { StatusBadge } from "#components/users/user-badges.tsx";
import type { User } from "#server/domains/users/schema.ts";

const PREFIX = "user:";
const MOST = 8;
const PAUSE_MS = 150;
const MIN_CHARACTERS = 2;

/** The users whom the query finds. A look-up that is superseded is aborted. */
export function useFoundUsers(query: string) {
  const trpc = useTRPC();
  const search = query.trim();
  const [settled] = useDebouncedValue(search, PAUSE_MS);
  const isWanted = useCan("users.read") && search.length >= MIN_CHARACTERS;
  const list = useQuery(
    trpc.users.list.queryOptions(
      { search: settled, limit: MOST },
      {
        enabled: isWanted && settled.length >= MIN_CHARACTERS,
        retry: false,
        placeholderData: keepPreviousData,
        trpc: { abortOnUnmount: true },
      },
    ),
  );
  const isCurrent = settled === search && !list.isPlaceholderData;
  return {
    entries: isWanted && !list.isError ? (list.data?.items ?? []).map(toEntry) : [],
    isLooking: isWanted && (!isCurrent || list.isFetching),
    error: isWanted && list.isError && !list.isFetching ? list.error : null,
    retry: () => void list.refetch(),
  };
}

/** Those among the recently used who can still be seen; only their ids are kept in the browser. */
export function useRecentUsers(recentIds: readonly string[]): Entry[] {
  const trpc = useTRPC();
  const canRead = useCan("users.read");
  const userIds = recentIds
    .filter((id) => canRead && id.startsWith(PREFIX))
    .map((id) => id.slice(PREFIX.length));
  const users = useQueries({
    queries: userIds.map((userId) => trpc.users.get.queryOptions({ userId }, { retry: false })),
  });
  return users.flatMap(({ data }) => (data ? [toEntry(data)] : []));
}

function toEntry({ id, name, email, status }: User): Entry {
  return {
    id: PREFIX + id,
    label: name,
    keywords: email,
    group: "Users",
    icon: <Initials name={name} />,
    description: email,
    state: <StatusBadge status={status} />,
    act: { href: `/users/${id}` },
  };
}
