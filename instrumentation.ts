import type { Instrumentation } from "next";
import { getRuntime } from "#server/api/published-runtime.ts";
import { isDisconnected } from "#server/platform/retry.ts";

/** What fails while a page is made goes to our log, whole, with the request id and the digest that the page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const path = request.path.replace(/\?.*$/s, "");
  const { digest } = error as { digest?: string };
  const { log, errors } = getRuntime().services;
  const place = context.routePath;
  log.error({ err: error, path, page: place, digest }, "page failed");
  const requestId = [request.headers["x-binnacle-request-id"]].flat()[0];
  // An outage, which the health page tells; elsewhere it is answered 503, and no fault either.
  if (isDisconnected(error)) return;
  const kind = context.routeType === "route" ? "request" : "page";
  errors.report(error, { kind, place, requestId });
};
