import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import type { z } from "zod";
import type { AuditPage } from "#server/domains/audit/schema.ts";

interface HistoryQuery {
  queryKey: QueryKey;
  read: (cursor: string | undefined) => Promise<z.infer<typeof AuditPage>>;
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
