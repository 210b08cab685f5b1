import type { ServedResponse } from "./exchange.ts";

/** How long the session and the whole took, in milliseconds, for the browser's network panel. */
export function setServerTiming(outgoing: ServedResponse): void {
  const { startedAt, authenticationMs } = outgoing.req.exchange;
  const totalMs = performance.now() - startedAt;
  outgoing.setHeader(
    "Server-Timing",
    `auth;dur=${tenths(authenticationMs)}, total;dur=${tenths(totalMs)}`,
  );
}

const tenths = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
