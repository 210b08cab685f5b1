import type { Hono } from "hono";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Handler, HttpEnv } from "../exchange.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route {
  /** Hono's pattern; `*` at the end matches the rest. */
  path: string;
  /** The label in metrics and logs; the path unless given. */
  label?: string;
  methods: readonly Method[] | "any";
  handler: (deps: HttpDependencies) => Handler;
}

/** HEAD answers as GET without a body, OPTIONS and 405 carry `Allow` (RFC 9110, sections 9 and 15.5.6). */
export function mountRoute(app: Hono<HttpEnv>, route: Route, deps: HttpDependencies): void {
  const handle = route.handler(deps);
  const label = route.label ?? route.path;
  const allow = route.methods === "any" ? undefined : allowedMethods(route.methods);
  const allowHeader = allow && [...allow].join(", ");
  app.all(route.path, (c) => {
    const { exchange } = c.env.incoming;
    exchange.route = label;
    if (!allowHeader) return handle(c);
    if (exchange.method !== "OPTIONS" && allow.has(exchange.method)) return handle(c);
    c.env.outgoing.setHeader("Allow", allowHeader);
    if (exchange.method === "OPTIONS") return c.body(null, 204);
    throw new AppError("METHOD_NOT_ALLOWED", `This address answers ${allowHeader}.`);
  });
}

function allowedMethods(methods: readonly Method[]): ReadonlySet<string> {
  const withHead = methods.includes("GET") ? ["GET", "HEAD"] : [];
  return new Set([...withHead, ...methods, "OPTIONS"]);
}
