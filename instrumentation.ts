import type { Instrumentation } from "next";
import { getRuntime } from "#server/api/published-runtime.ts";

/** What fails while a page is made goes to our log, whole, with the request id and the digest that the page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const path = request.path.replace(/\?.*$/s, "");
  const { digest } = error as { digest?: string };
  const { log, errors } = getRuntime().services;
  const place = context.routePath;
  log.error({ err: error, path, page: place, digest }, "page failed");
  const requestId = [request.headers["x-binnacle-request-id"]].flat()[0];
  errors.report(error, { kind: "page", place, requestId });
};
