"use client";

import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ChangeList } from "#components/audit/change-list.tsx";
import { historyQueryOptions } from "#components/audit/history-query.ts";
import { Panel } from "#components/display/panel.tsx";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useTRPC, useTRPCClient } from "#components/trpc/trpc.ts";

/** Who changed what about a user, the newest first. */
export function UserHistory({ userId }: { userId: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useInfiniteQuery(
    historyQueryOptions({
      queryKey: trpc.users.history.infiniteQueryKey({ userId }),
      read: (cursor) => client.users.history.query({ userId, cursor }),
    }),
  );
  return (
    <Panel title="History">
      <QueryView query={query} skeleton={<SkeletonRows count={4} heightPx={64} />}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) {
            return <Message icon={<IconHistory size={20} />} title="Nothing has happened yet" />;
          }
          return <ChangeList entries={entries} withDiff />;
        }}
      </QueryView>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show earlier changes
        </Button>
      )}
    </Panel>
  );
}
