import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import type { z } from "zod";
import type { AuditPage } from "#server/domains/audit/schema.ts";

export type ReadEntries = (cursor: string | undefined) => Promise<z.infer<typeof AuditPage>>;

interface HistoryQuery {
  queryKey: QueryKey;
  read: ReadEntries;
}

/** tRPC's own infinite query sends a `direction` that the procedure does not know. */
export function historyQueryOptions({ queryKey, read }: HistoryQuery) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
