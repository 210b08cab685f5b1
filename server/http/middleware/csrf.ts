import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "#server/platform/errors.ts";
import type { HttpDependencies } from "../app.ts";
import type { Exchange, Middleware } from "../exchange.ts";

/** What is signed, or comes with a token of its own, and looks at no cookie. */
const BY_OTHER_MEANS = ["/api/webhooks/", "/api/mail/unsubscribe"];
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A changing request that rides on a cookie must come from our own pages: it carries a header that
 * a foreign page cannot set without CORS, and what the browser says of its origin must agree.
 * next-auth checks its own token; a bearer token is never sent by a browser on its own.
 */
export function csrf({ services }: HttpDependencies): Middleware {
  const ownOrigin = new URL(services.publicUrl).origin;
  return ({ incoming: { exchange, headers } }) => {
    const isSwitch = exchange.upgradeHead !== undefined;
    if (SAFE_METHODS.has(exchange.method) && !isSwitch) return;
    if (!ridesOnCookie(exchange, headers)) return;
    // A browser lets any page open a WebSocket, and no page give it a header.
    const isMeant = isSwitch || headers["x-binnacle-csrf"] === "1";
    if (!isMeant || !isSameSite(headers) || !isOwn(headers, ownOrigin)) {
      throw new AppError("FORBIDDEN", "This request did not come from Binnacle's own pages.");
    }
  };
}

function ridesOnCookie({ area, target }: Exchange, headers: IncomingHttpHeaders): boolean {
  if (area !== "rpc" && area !== "api") return false;
  if (BY_OTHER_MEANS.some((path) => target.path.startsWith(path))) return false;
  return !/^bearer /i.test(headers.authorization ?? "");
}

function isSameSite(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

function isOwn({ origin, host }: IncomingHttpHeaders, ownOrigin: string): boolean {
  if (origin === undefined || origin === ownOrigin) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}
