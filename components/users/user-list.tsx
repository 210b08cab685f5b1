"use client";

import { IconUserSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { roleLabel } from "#components/access/role-label.ts";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { withOptions } from "#components/data-grid/grid-search.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useCan } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { BulkActions } from "#components/users/bulk-actions.tsx";
import { useBulkUsers } from "#components/users/use-bulk-users.tsx";
import { useRoles } from "#components/users/use-roles.ts";
import { statusLabel } from "#components/users/user-badges.tsx";
import { userColumns } from "#components/users/user-columns.tsx";
import { userGrid } from "#components/users/user-grid.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { USER_STATUSES } from "#server/domains/users/schema.ts";

const NAMES = {
  table: "Users",
  list: "List of users",
  pages: "Pages of users",
  search: "Search users",
  count: "{count, plural, one {# user} other {# users}}",
  about: "about {count, plural, one {# user} other {# users}}",
  chosen: "{count, plural, one {# user} other {# users}} chosen",
  aboutChosen: "about {count, plural, one {# user} other {# users}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconUserSearch,
  none: {
    title: "No users yet",
    text: "Invite the first one, and they will appear here.",
  },
  noMatch: { title: "Nobody matches", text: "Try another name or address, or fewer filters." },
};

export function UserList() {
  const t = useText();
  const trpc = useTRPC();
  const roles = useRoles().map((role) => ({ value: role.key, label: roleLabel(t, role) }));
  const statuses = USER_STATUSES.map((value) => ({ value, label: t(statusLabel(value)) }));
  const grid = useGrid(withOptions(userGrid, "roles", roles), userColumns);
  const [maySuspend, mayDelete] = [useCan("users.suspend"), useCan("users.delete")];
  const bulk = useBulkUsers(grid);
  const query = useQuery(
    trpc.users.list.queryOptions(grid.input, { placeholderData: keepPreviousData }),
  );
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by name or e-mail"
      rowKey={(user) => user.id}
      empty={EMPTY}
      actions={maySuspend || mayDelete ? <BulkActions bulk={bulk} /> : undefined}
      tools={
        <>
          <ViewMenu list="users" grid={grid} search={userGrid} plainName="All users" />
          <QuickFilter grid={grid} field="status" placeholder={t("Any status")} data={statuses} />
          <QuickFilter grid={grid} field="roles" placeholder={t("Any role")} data={roles} />
        </>
      }
    />
  );
}
