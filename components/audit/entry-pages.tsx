"use client";

import { Button } from "@mantine/core";
import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { historyQueryOptions, type ReadEntries } from "#components/audit/history-query.ts";
import { Panel } from "#components/display/panel.tsx";
import { ProblemMessage } from "#components/feedback/problem-message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";

interface EntryPagesProps {
  title: string;
  queryKey: QueryKey;
  read: ReadEntries;
  /** What stands there while there are no entries. */
  empty: ReactNode;
  more: string;
  children: (entries: AuditEntry[]) => ReactNode;
}

/** A panel of entries, the newest first, that grows page by page. */
export function EntryPages({ title, queryKey, read, empty, more, children }: EntryPagesProps) {
  const query = useInfiniteQuery(historyQueryOptions({ queryKey, read }));
  const { error, hasNextPage, isFetchNextPageError, isFetchingNextPage } = query;
  const fetchMore = () => void query.fetchNextPage();
  return (
    <Panel title={title}>
      <QueryView query={query} skeleton={<SkeletonRows count={4} heightPx={64} />}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          return entries.length === 0 ? empty : children(entries);
        }}
      </QueryView>
      {isFetchNextPageError && <ProblemMessage error={error} onRetry={fetchMore} />}
      {hasNextPage && !isFetchNextPageError && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={isFetchingNextPage}
          onClick={fetchMore}
        >
          {more}
        </Button>
      )}
    </Panel>
  );
}
