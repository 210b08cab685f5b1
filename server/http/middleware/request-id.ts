import type { BlockList } from "node:net";
import { toBlockList } from "#server/config-values.ts";
import { readLocale } from "#server/platform/locale/negotiate.ts";
import type { HttpDependencies } from "../app.ts";
import { clientAddress, isTrusted, plainAddress } from "../client-address.ts";
import type { Middleware, ServedMessage } from "../exchange.ts";

const GIVEN_ID = /^[A-Za-z0-9._-]{8,128}$/;
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-.*)?$/;

/** Names the request, its client's address and its trace. Only a trusted proxy may bring the id and the address. */
export function requestId({ services }: HttpDependencies): Middleware {
  const proxies = toBlockList(services.config.trustedProxies);
  const hasProxies = services.config.trustedProxies.length > 0;
  return ({ incoming, outgoing }) => {
    const { exchange, headers } = incoming;
    const peer = plainAddress(incoming.socket.remoteAddress);
    const isProxied = hasProxies && isTrusted(peer, proxies);
    exchange.isProxied = isProxied;
    exchange.info.id = (isProxied && givenId(incoming)) || services.newId();
    exchange.info.address = isProxied ? forwardedAddress(incoming, peer, proxies) : peer;
    exchange.info.userAgent = headers["user-agent"] ?? "";
    exchange.info.locale = () => readLocale(headers.cookie, headers["accept-language"]);
    const { traceparent } = headers;
    if (traceparent) exchange.info.traceId = TRACEPARENT.exec(String(traceparent))?.[1];
    outgoing.setHeader("X-Request-Id", exchange.info.id);
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
