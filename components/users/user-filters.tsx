"use client";

import { Select } from "@mantine/core";
import { SearchField } from "#components/list/search-field.tsx";
import { PAGE_SIZES } from "#components/users/list-search.ts";
import type { useUserList } from "#components/users/use-user-list.ts";
import { statusLabel } from "#components/users/user-badges.tsx";
import { USER_STATUSES } from "#server/domains/users/schema.ts";
import { ROLE_NAMES, ROLES } from "#server/platform/access/catalog.ts";
import classes from "./user-filters.module.css";

const STATUS_OPTIONS = USER_STATUSES.map((value) => ({ value, label: statusLabel(value) }));
const ROLE_OPTIONS = ROLE_NAMES.map((value) => ({ value, label: ROLES[value].label }));
const SIZE_OPTIONS = PAGE_SIZES.map((size) => ({ value: String(size), label: `${size} a page` }));

export function UserFilters({ list }: { list: ReturnType<typeof useUserList> }) {
  const { search, filter } = list;
  return (
    <search className={classes.filters}>
      <SearchField
        label="Search users"
        placeholder="Search by name or e-mail"
        value={search.search}
        onChange={(text) => filter({ search: text })}
        className={classes.search}
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        data={STATUS_OPTIONS}
        value={search.status}
        onChange={(status) => filter({ status })}
        clearable
        className={classes.select}
      />
      <Select
        aria-label="Role"
        placeholder="Any role"
        data={ROLE_OPTIONS}
        value={search.role}
        onChange={(role) => filter({ role })}
        clearable
        className={classes.select}
      />
      <Select
        aria-label="Users per page"
        data={SIZE_OPTIONS}
        value={String(search.limit)}
        onChange={(size) => filter({ limit: PAGE_SIZES.find((known) => String(known) === size) })}
        allowDeselect={false}
        className={classes.size}
      />
    </search>
  );
}
