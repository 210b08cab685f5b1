import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Handler, HttpEnv, Served } from "../exchange.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface AnyRoute {
  /** For Hono the pattern that it matches; elsewhere the name of what its area answers. */
  path: string;
  /** The label in metrics and logs; the path unless given. */
  label?: string;
  methods: readonly Method[] | "any";
}

/** Answers with a web Response, through Hono. */
export interface WebRoute extends AnyRoute {
  handler: (deps: HttpDependencies) => Handler;
}

/** Writes its answer to the socket itself. */
export interface DirectRoute extends AnyRoute {
  serve: (deps: HttpDependencies) => Serve;
}

export type Serve = (served: Served) => Promise<void>;

export function mountRoute(app: Hono<HttpEnv>, route: WebRoute, deps: HttpDependencies): void {
  const handle = route.handler(deps);
  const enter = createEntry(route);
  app.all(route.path, (c) => (enter(c.env) ? handle(c) : RESPONSE_ALREADY_SENT));
}

export function mountDirectly(route: DirectRoute, deps: HttpDependencies): Serve {
  const serve = route.serve(deps);
  const enter = createEntry(route);
  return async (served) => {
    if (enter(served)) await serve(served);
  };
}

/**
 * Names the route and looks at the method: HEAD answers as GET without a body, OPTIONS is answered
 * here, and it and 405 carry `Allow` (RFC 9110, sections 9 and 15.5.6).
 */
function createEntry({ path, label = path, methods }: AnyRoute): (served: Served) => boolean {
  const allowed = methods === "any" ? undefined : allowedMethods(methods);
  const allow = allowed && [...allowed].join(", ");
  return ({ incoming: { exchange }, outgoing }) => {
    exchange.route = label;
    if (!allow || (exchange.method !== "OPTIONS" && allowed.has(exchange.method))) return true;
    outgoing.setHeader("Allow", allow);
    if (exchange.method !== "OPTIONS") {
      throw new AppError("METHOD_NOT_ALLOWED", `This address answers ${allow}.`);
    }
    outgoing.writeHead(204).end();
    return false;
  };
}

function allowedMethods(methods: readonly Method[]): ReadonlySet<string> {
  const withHead = methods.includes("GET") ? ["GET", "HEAD"] : [];
  return new Set([...withHead, ...methods, "OPTIONS"]);
}
