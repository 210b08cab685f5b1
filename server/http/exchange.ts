import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context as HonoContext } from "hono";
import type { Context } from "#server/platform/context.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import { isHost, type RequestTarget, readRequestTarget } from "./request-target.ts";

/** Who answers, and by which rules. `sign-in` is next-auth's part of Next. */
export type Area = "rpc" | "api" | "sign-in" | "probe" | "page";

/** The route of a request that none has matched yet. */
export const UNMATCHED = "unmatched";

/** One request and its answer, as the middleware know them. */
export interface Exchange {
  readonly startedAt: number;
  readonly bytesBefore: number;
  readonly method: string;
  readonly target: RequestTarget;
  readonly area: Area;
  /** Only of a request to upgrade: what was read beyond it. */
  readonly upgradeHead: Buffer | undefined;
  /** Filled in by the first middleware; log lines of the whole request refer to this object. */
  readonly info: RequestInfo;
  /** The pattern that matched, never the raw path: it labels metrics. */
  route: string;
  /** The peer is one of the configured proxies: its `X-Forwarded-*` headers are believed. */
  isProxied: boolean;
  authenticationMs: number;
  /** Who asks; known on API routes, after authentication. */
  context: Context | undefined;
  /** Counts one more call against the same limit. @throws AppError RATE_LIMITED */
  countCall: (() => Promise<void>) | undefined;
  /** The content security policy of a page, and its nonce. */
  page: { policy: string; nonce: string } | undefined;
}

export interface ServedMessage extends IncomingMessage {
  exchange: Exchange;
}
export type ServedResponse = ServerResponse<ServedMessage>;

/** A request with the answer that is written to it. */
export interface Served {
  incoming: ServedMessage;
  outgoing: ServedResponse;
}
/** Whether its answer went out to the end; of a WebSocket there is none to come. */
export function isWhole({ writableFinished, statusCode }: ServedResponse): boolean {
  return writableFinished || statusCode === 101;
}

/** A step before the answer: it may set headers, refuse by throwing, or wait. */
export type Middleware = (served: Served) => void | Promise<void>;

export interface HttpEnv {
  Bindings: Served;
}
export type Handler = (c: HonoContext<HttpEnv>) => Response | Promise<Response>;

/** Reads the request line once; everything later looks at the exchange, not at the URL. */
export function openExchange(incoming: IncomingMessage, upgradeHead?: Buffer): Exchange {
  const host = incoming.headers.host;
  const target = readRequestTarget(isHost(host) ? (incoming.url ?? "") : "");
  return {
    startedAt: performance.now(),
    bytesBefore: incoming.socket.bytesWritten,
    method: incoming.method ?? "GET",
    target,
    area: areaOf(target.path),
    upgradeHead,
    info: { id: "", address: "", userAgent: "" },
    route: UNMATCHED,
    isProxied: false,
    authenticationMs: 0,
    context: undefined,
    countCall: undefined,
    page: undefined,
  };
}

export const PROBE_PATHS: ReadonlySet<string> = new Set([
  "/livez",
  "/readyz",
  "/startupz",
  "/metrics",
]);

function areaOf(path: string): Area {
  if (isWithin(path, "/api")) {
    if (isWithin(path, "/api/trpc")) return "rpc";
    return isWithin(path, "/api/auth") ? "sign-in" : "api";
  }
  return PROBE_PATHS.has(path) ? "probe" : "page";
}

const SLASH = 47;

function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || path.charCodeAt(folder.length) === SLASH;
}
