import { AsyncLocalStorage } from "node:async_hooks";
import type { Locale } from "./locale/catalog.ts";

/** What the request came with; log lines written anywhere below carry its id, its trace and its job. */
export interface RequestInfo {
  id: string;
  address: string;
  userAgent: string;
  /** The language that the browser asks for, or that was chosen in it. */
  locale?: () => Locale;
  /** A page asks for it by itself, so it keeps no session alive. */
  isQuiet?: boolean;
  /** Of the trace that the caller named by W3C's `traceparent`. */
  traceId?: string | undefined;
  /** The job in whose run this happens. */
  jobId?: string;
}

const scope = new AsyncLocalStorage<RequestInfo>();

export const runInRequestScope = scope.run.bind(scope) as <T>(
  info: RequestInfo,
  work: () => T,
) => T;
export const currentRequest = (): RequestInfo | undefined => scope.getStore();
