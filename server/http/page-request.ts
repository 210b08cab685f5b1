import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { AppError } from "#server/platform/errors.ts";
import type { ServedMessage } from "./exchange.ts";

/** Headers by which Next, its middleware and we ourselves talk inside the process: never from outside. */
const INTERNAL =
  /^(?:x-nonce|next-action|next-resume|x-matched-path|content-security-policy(?:-report-only)?)$|^x-(?:binnacle|middleware|next|nextjs|invoke|now|vercel|prerender)-/;
/** By these the development server finds the page that a hot update is for. */
const HOT_UPDATE = /^x-nextjs-(?:html-)?request-id$/;
const FORWARDED = /^(?:forwarded|x-real-ip|x-forwarded-.+)$/;

/** By it Next's router says which parts of a page it has. */
const ROUTER_STATE = "next-router-state-tree";

/**
 * Rewrites the headers that Next sees: internal and unproven ones out, ours in.
 * @throws AppError BAD_REQUEST
 */
export function preparePageRequest(incoming: ServedMessage, isDevelopment: boolean): void {
  const { headers, exchange } = incoming;
  assertRouterState(headers[ROUTER_STATE]);
  for (const name in headers) {
    if (isDevelopment && HOT_UPDATE.test(name)) continue;
    if (INTERNAL.test(name) || (!exchange.isProxied && FORWARDED.test(name))) delete headers[name];
  }
  if (exchange.page) {
    headers["content-security-policy"] = exchange.page.policy;
    headers["x-nonce"] = exchange.page.nonce;
  }
  headers["x-binnacle-path"] = exchange.target.path + exchange.target.query;
  headers["x-binnacle-request-id"] = exchange.info.id;
  headers["x-binnacle-address"] = exchange.info.address;
}

/** With Next's own eyes: one that it cannot read would be a failure of the page. */
function assertRouterState(header: string | string[] | undefined): void {
  if (header === undefined) return;
  try {
    parseAndValidateFlightRouterState(header);
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "The state of the router cannot be read.", { cause });
  }
}
