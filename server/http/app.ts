import type { IncomingMessage, ServerResponse } from "node:http";
import type { AnyTRPCRouter } from "@trpc/server";
import { Hono } from "hono";
import type { Context, Services } from "#server/platform/context.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import type { HttpEnv, Middleware } from "./exchange.ts";
import { accessLog } from "./middleware/access-log.ts";
import { authentication } from "./middleware/authentication.ts";
import { bodyLimit } from "./middleware/body-limit.ts";
import { csrf } from "./middleware/csrf.ts";
import { metrics } from "./middleware/metrics.ts";
import { requestId } from "./middleware/request-id.ts";
import { requestTarget } from "./middleware/request-target.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { answerError } from "./problem.ts";
import type { Readiness } from "./readiness.ts";
import { mountRoute } from "./routes/mount.ts";
import { ROUTES } from "./routes.ts";

/** What the HTTP front needs from the process. */
export interface HttpDependencies {
  services: Services;
  appRouter: AnyTRPCRouter;
  createContext(headers: Headers, request: RequestInfo): Promise<Context>;
  readiness: Readiness;
  /** Next's request handler; without one, pages are 404. */
  handleNext?: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
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
  ["request target", requestTarget],
  ["body limit", bodyLimit],
  ["csrf", csrf],
  ["authentication", authentication],
];

export function createHttpApp(deps: HttpDependencies): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>({ getPath: routedPath });
  for (const [, create] of MIDDLEWARE) app.use(create(deps));
  for (const route of ROUTES) mountRoute(app, route, deps);
  app.onError((error, c) => answerError(c, error, deps));
  return app;
}

/** Routes match the very path that every middleware looked at, never a decoded copy. */
function routedPath(_request: Request, options?: { env?: HttpEnv["Bindings"] }): string {
  return options?.env?.incoming.exchange.target.path ?? "/";
}
