"use client";

import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";

const MOST = 8;
const PAUSE_MS = 150;

/** One user by name or address, looked up while somebody types; the value is the id, or empty text. */
export function UserSelect({ value, onChange, ...props }: SelectProps) {
  const t = useText();
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), PAUSE_MS);
  const userId = value ?? "";
  const chosen = useQuery(
    trpc.users.get.queryOptions({ userId }, { enabled: userId !== "", retry: false }),
  ).data;
  const isChosen = chosen !== undefined && settled === nameOf(chosen);
  const { data } = useQuery(
    trpc.users.list.queryOptions(
      { search: isChosen ? undefined : settled || undefined, limit: MOST },
      { retry: false, placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } },
    ),
  );
  const found = data?.items ?? [];
  const users = chosen && !found.some(({ id }) => id === userId) ? [chosen, ...found] : found;
  return (
    <Select
      searchable
      placeholder={t("Search by name or e-mail")}
      nothingFoundMessage={t("Nobody found")}
      data={users.map((user) => ({ value: user.id, label: nameOf(user) }))}
      filter={({ options }) => options}
      value={userId || null}
      onChange={(next, option) => onChange?.(next ?? "", option)}
      searchValue={search}
      onSearchChange={setSearch}
      {...props}
    />
  );
}

function nameOf({ name, email }: User): string {
  return `${name} (${email})`;
}
