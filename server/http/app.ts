import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { AnyTRPCRouter } from "@trpc/server";
import { Hono } from "hono";
import type { Context, Services } from "#server/platform/context.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import type { Area, HttpEnv, Middleware, Served } from "./exchange.ts";
import { accessLog } from "./middleware/access-log.ts";
import { authentication } from "./middleware/authentication.ts";
import { bodyLimit } from "./middleware/body-limit.ts";
import { compression } from "./middleware/compression.ts";
import { csrf } from "./middleware/csrf.ts";
import { metrics } from "./middleware/metrics.ts";
import { rateLimit } from "./middleware/rate-limit.ts";
import { requestId } from "./middleware/request-id.ts";
import { requestTarget } from "./middleware/request-target.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { shownIdentity } from "./middleware/shown-identity.ts";
import { answerError } from "./problem.ts";
import type { Readiness } from "./readiness.ts";
import { mountDirectly, mountRoute, type Serve } from "./routes/mount.ts";
import { assetRoute, authRoute, pageRoute } from "./routes/pages.ts";
import { trpcRoute } from "./routes/trpc.ts";
import { WEB_ROUTES } from "./routes.ts";

/** What the HTTP front needs from the process. */
export interface HttpDependencies {
  services: Services;
  appRouter: AnyTRPCRouter;
  createContext(cookies: string | undefined, request: RequestInfo): Promise<Context>;
  readiness: Readiness;
  /** Next's request handler; without one, pages are 404. */
  handleNext?: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
  /** Next's own WebSocket, by which pages reload in development. */
  handleNextUpgrade?: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/**
 * Every request passes these in this order, pages included. There is no CORS step: no origin but
 * our own is ever granted anything, so no `Access-Control-*` header is sent.
 */
export const MIDDLEWARE: readonly (readonly [
  name: string,
  create: (deps: HttpDependencies) => Middleware,
])[] = [
  ["request id", requestId],
  ["access log", accessLog],
  ["metrics", metrics],
  ["security headers", securityHeaders],
  ["compression", compression],
  ["request target", requestTarget],
  ["body limit", bodyLimit],
  ["csrf", csrf],
  ["authentication", authentication],
  ["shown identity", shownIdentity],
  ["rate limit", rateLimit],
];

/** Answers every request; it never rejects. */
export function createHttpApp(deps: HttpDependencies): Serve {
  const steps = MIDDLEWARE.map(([, create]) => create(deps));
  const answers = createAnswers(deps);
  return async (served) => {
    try {
      for (const step of steps) {
        const pending = step(served);
        if (pending) await pending;
      }
      await answers[served.incoming.exchange.area](served);
    } catch (error) {
      answerError(served, error, deps);
    }
  };
}

/** Who answers in each area; a new one does not compile without. */
function createAnswers(deps: HttpDependencies): Record<Area, Serve> {
  const web = createWebAnswer(deps);
  const assets = mountDirectly(assetRoute, deps);
  const pages = mountDirectly(pageRoute, deps);
  return {
    rpc: mountDirectly(trpcRoute, deps),
    api: web,
    probe: web,
    "sign-in": mountDirectly(authRoute, deps),
    page(served) {
      const isAsset = served.incoming.exchange.target.path.startsWith("/_next/");
      return isAsset ? assets(served) : pages(served);
    },
  };
}

function createWebAnswer(deps: HttpDependencies): Serve {
  const hono = new Hono<HttpEnv>({ getPath: routedPath });
  for (const route of WEB_ROUTES) mountRoute(hono, route, deps);
  hono.onError((error, c) => {
    answerError(c.env, error, deps);
    return RESPONSE_ALREADY_SENT;
  });
  const listener = getRequestListener((request, env) => hono.fetch(request, env as Served), {
    overrideGlobalObjects: false,
  });
  return ({ incoming, outgoing }) => listener(incoming, outgoing);
}

/** Routes match the very path that every middleware looked at, never a decoded copy. */
function routedPath(_request: Request, options?: { env?: Served }): string {
  return options?.env?.incoming.exchange.target.path ?? "/";
}
