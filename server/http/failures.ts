import { toAppError } from "#server/api/error-map.ts";
import type { Services } from "#server/platform/context.ts";
import type { AppError } from "#server/platform/errors.ts";
import { type Area, type Exchange, UNMATCHED } from "./exchange.ts";

/** What a request asked for that failed before its route was found. */
const AREAS: Record<Area, string> = {
  rpc: "/api/trpc",
  api: "/api/*",
  "sign-in": "/api/auth/*",
  probe: "probes",
  page: "pages",
};

/** Turns anything thrown into what its caller is told; what nobody expected is logged and reported whole. */
export function noteFailure(error: unknown, exchange: Exchange, services: Services): AppError {
  const appError = toAppError(error);
  if (appError.code !== "INTERNAL") return appError;
  const err = appError.cause ?? appError;
  const { route, area, info } = exchange;
  const place = route === UNMATCHED ? AREAS[area] : route;
  services.log.error({ err, route: place, requestId: info.id }, "request failed");
  services.errors.report(err, { kind: "request", place, requestId: info.id });
  return appError;
}
