import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { readProblem } from "#components/trpc/problem.ts";

const MAX_RETRIES = 2;

/** One per request on the server, one per document in the browser; dates survive the way over. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: isWorthRetrying },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: defaultShouldDehydrateQuery,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}

/** What the server has refused stays refused; only a server or network failure may pass. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const { httpStatus } = readProblem(error);
  return typeof window !== "undefined" && httpStatus >= 500 && failures < MAX_RETRIES;
}
