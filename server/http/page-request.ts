import type { ServedMessage } from "./exchange.ts";

/** Headers by which Next, its middleware and we ourselves talk inside the process: never from outside. */
const INTERNAL =
  /^(?:x-nonce|next-action|next-resume|x-matched-path|content-security-policy(?:-report-only)?)$|^x-(?:binnacle|middleware|next|nextjs|invoke|now|vercel|prerender)-/;
/** By these the development server finds the page that a hot update is for. */
const HOT_UPDATE = /^x-nextjs-(?:html-)?request-id$/;
const FORWARDED = /^(?:forwarded|x-real-ip|x-forwarded-.+)$/;

/** Rewrites the headers that Next sees: internal and unproven ones out, ours in. */
export function preparePageRequest(incoming: ServedMessage, isDevelopment: boolean): void {
  const { headers, exchange } = incoming;
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
