"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { type ReactNode, useEffect, useState } from "react";
import superjson from "superjson";
import { identityHeaders } from "#components/impersonation/shown-identity.ts";
import { expiredSessionLink } from "#components/trpc/expired-session-link.ts";
import { noteInputs, quietHeaders } from "#components/trpc/last-input.ts";
import { makeQueryClient } from "#components/trpc/query-client.ts";
import { TRPCProvider } from "#components/trpc/trpc.ts";
import type { AppRouter } from "#server/registry/router.ts";

/** As many calls as the server takes in one request. */
const MAX_BATCH = 20;

export function DataProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [client] = useState(makeClient);
  // Syncs with what people do in this tab.
  useEffect(noteInputs, []);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      expiredSessionLink,
      httpBatchLink({
        url: "/api/trpc",
        transformer: superjson,
        maxItems: MAX_BATCH,
        headers: () => ({ "x-binnacle-csrf": "1", ...identityHeaders(), ...quietHeaders() }),
      }),
    ],
  });
}
