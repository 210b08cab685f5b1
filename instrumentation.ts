import type { Instrumentation } from "next";
import { getRuntime } from "#server/api/published-runtime.ts";

/** What fails while a page is made goes to our log, whole, with the request id and the digest that the page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const path = request.path.replace(/\?.*$/s, "");
  const { digest } = error as { digest?: string };
  const { log } = getRuntime().services;
  log.error({ err: error, path, page: context.routePath, digest }, "page failed");
};
