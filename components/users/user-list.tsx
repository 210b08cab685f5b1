"use client";

import { Button } from "@mantine/core";
import { IconUserSearch } from "@tabler/icons-react";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { DataTable } from "#components/list/data-table.tsx";
import { formatTotal } from "#components/list/format-total.ts";
import { Pager } from "#components/list/pager.tsx";
import { useUserList } from "#components/users/use-user-list.ts";
import { userColumns } from "#components/users/user-columns.tsx";
import { UserFilters } from "#components/users/user-filters.tsx";
import type { UserPage } from "#server/domains/users/schema.ts";
import classes from "./user-list.module.css";

export function UserList() {
  const list = useUserList();
  const { search, query, goTo } = list;
  return (
    <div className={classes.frame}>
      <UserFilters list={list} />
      <QueryView query={query} skeleton={<SkeletonRows count={search.limit} />}>
        {(page) => (
          <>
            {page.items.length === 0 ? (
              <NobodyFound isFiltered={list.isFiltered} onClear={list.clear} />
            ) : (
              <DataTable
                label="Users"
                columns={userColumns}
                rows={page.items}
                rowKey={(user) => user.id}
                sorting={search}
                onSort={list.sortBy}
                isStale={query.isPlaceholderData}
              />
            )}
            <UserPager page={page} onGo={goTo} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function UserPager({ page, onGo }: { page: UserPage; onGo: (cursor: string) => void }) {
  const { previousCursor, nextCursor, total, isTotalEstimated } = page;
  return (
    <Pager
      of="users"
      summary={`${formatTotal(total, isTotalEstimated)} ${total === 1 ? "user" : "users"}`}
      onPrevious={previousCursor ? () => onGo(previousCursor) : null}
      onNext={nextCursor ? () => onGo(nextCursor) : null}
    />
  );
}

function NobodyFound({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) {
    return (
      <Message icon={<IconUserSearch size={20} />} title="No users yet">
        Invite the first one, and they will appear here.
      </Message>
    );
  }
  return (
    <Message
      icon={<IconUserSearch size={20} />}
      title="Nobody matches"
      actions={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      Try another name or address, or fewer filters.
    </Message>
  );
}
