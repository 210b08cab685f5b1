import type { IncomingHttpHeaders } from "node:http";
import { withDeadline } from "#server/platform/deadline.ts";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Exchange, Middleware } from "../exchange.ts";

const DEADLINE_MS = 5000;
const HEALTH_DEADLINE_MS = 700;
const HEALTH_PATHS: ReadonlySet<string> = new Set(["/api/v1/health", "/api/trpc/health.get"]);
/** What a page holds open, or asks for again and again, whether or not somebody is at it. */
const QUIET_PATHS: ReadonlySet<string> = new Set([
  "/api/trpc/events.subscribe",
  "/api/trpc/events.latest",
]);

/**
 * Resolves who asks, once, for API routes. Whether they may is decided at the procedure's door.
 * A database that does not answer is given up, within a second where health is asked for.
 */
export function authentication(deps: HttpDependencies): Middleware {
  return async ({ incoming: { exchange, headers } }) => {
    if (exchange.area !== "rpc" && exchange.area !== "api") return;
    const startedAt = performance.now();
    exchange.info.isQuiet = isQuiet(exchange, headers);
    const isHealth = HEALTH_PATHS.has(exchange.target.path);
    exchange.context = await withDeadline(
      deps.createContext(headers.cookie, exchange.info),
      isHealth ? HEALTH_DEADLINE_MS : DEADLINE_MS,
      unanswered,
    );
    exchange.authenticationMs = performance.now() - startedAt;
  };
}

/** A page whose person does nothing says so of itself; that it can only shorten its own session. */
function isQuiet({ target, upgradeHead }: Exchange, headers: IncomingHttpHeaders): boolean {
  return (
    QUIET_PATHS.has(target.path) || upgradeHead !== undefined || headers["x-binnacle-quiet"] === "1"
  );
}

function unanswered(): AppError {
  return new AppError("UNAVAILABLE", "The database does not answer. Try again in a moment.", {
    retryAfterSeconds: 2,
  });
}
