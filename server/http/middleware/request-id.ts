import type { BlockList } from "node:net";
import { toBlockList } from "#server/config-settings.ts";
import { runInRequestScope } from "#server/platform/request-scope.ts";
import type { HttpDependencies } from "../app.ts";
import { clientAddress, isTrusted, plainAddress } from "../client-address.ts";
import type { Middleware, ServedMessage } from "../exchange.ts";

const GIVEN_ID = /^[A-Za-z0-9._-]{8,128}$/;
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-.*)?$/;

/**
 * Names the request, its client's address and its trace, and runs the rest in that scope. Only a
 * trusted proxy may bring the id and the address.
 */
export function requestId({ services }: HttpDependencies): Middleware {
  const proxies = toBlockList(services.config.trustedProxies);
  const hasProxies = services.config.trustedProxies.length > 0;
  return (c, next) => {
    const { incoming, outgoing } = c.env;
    const peer = plainAddress(incoming.socket.remoteAddress);
    const isProxied = hasProxies && isTrusted(peer, proxies);
    const info = {
      id: (isProxied && givenId(incoming)) || services.newId(),
      address: isProxied ? forwardedAddress(incoming, peer, proxies) : peer,
      userAgent: incoming.headers["user-agent"] ?? "",
    };
    incoming.exchange.info = info;
    incoming.exchange.isProxied = isProxied;
    const traceparent = incoming.headers.traceparent;
    if (traceparent) incoming.exchange.traceId = TRACEPARENT.exec(String(traceparent))?.[1];
    outgoing.setHeader("X-Request-Id", info.id);
    return runInRequestScope(info, next);
  };
}

function givenId(incoming: ServedMessage): string | undefined {
  const given = incoming.headers["x-request-id"];
  return typeof given === "string" && GIVEN_ID.test(given) ? given : undefined;
}

function forwardedAddress(incoming: ServedMessage, peer: string, proxies: BlockList): string {
  const forwarded = incoming.headers["x-forwarded-for"];
  return forwarded === undefined ? peer : clientAddress(String(forwarded), peer, proxies);
}
