import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "#server/registry/router.ts";

export const SESSION_COOKIE = "authjs.session-token";

/** Somebody who uses the API without a browser, and keeps the session cookie that it hands out. */
export interface Caller {
  api: TRPCClient<AppRouter>;
  sessionToken(): string | undefined;
}

export function createCaller(url: string, userAgent = "Binnacle tests"): Caller {
  let token: string | undefined;
  const link = httpLink<AppRouter>({
    url: `${url}/api/trpc`,
    transformer: superjson,
    headers: () => ({
      "x-binnacle-csrf": "1",
      "user-agent": userAgent,
      ...(token ? { cookie: `${SESSION_COOKIE}=${token}` } : {}),
    }),
    async fetch(input, init) {
      const response = await fetch(input, init as RequestInit);
      token = readToken(response) ?? token;
      return response;
    },
  });
  return { api: createTRPCClient<AppRouter>({ links: [link] }), sessionToken: () => token };
}

function readToken(response: Response): string | undefined {
  const pair = response.headers.getSetCookie().find((cookie) => cookie.startsWith(SESSION_COOKIE));
  return pair && /=([^;]*)/.exec(pair)?.[1];
}
