import { randomBytes } from "node:crypto";
import type { HttpDependencies } from "../app.ts";
import type { Area, Middleware, ServedResponse } from "../exchange.ts";

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["X-Frame-Options", "DENY"],
  [
    "Permissions-Policy",
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
  ],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
const TWO_YEARS_SECONDS = 2 * 365 * 86_400;

/** Static files are named by their content or dated by Next; everything else is personal. */
const CACHEABLE = /^\/_next\/|\.[a-z\d]{2,5}$/i;

/** Hardening headers on every answer; pages get a policy with a nonce of their own. */
export function securityHeaders({ services: { config, publicUrl } }: HttpDependencies): Middleware {
  const isSecure = publicUrl.startsWith("https:");
  const isDevelopment = config.mode === "development";
  const constant = isSecure
    ? [...EVERYWHERE, ["Strict-Transport-Security", `max-age=${TWO_YEARS_SECONDS}`] as const]
    : EVERYWHERE;
  return ({ incoming, outgoing }) => {
    for (const [name, value] of constant) outgoing.setHeader(name, value);
    const { area, target } = incoming.exchange;
    if (!isRenderedByNext(area)) {
      outgoing.setHeader("Content-Security-Policy", API_POLICY);
      outgoing.setHeader("Cache-Control", "no-store");
      return;
    }
    if (!CACHEABLE.test(target.path)) outgoing.setHeader("Cache-Control", "no-store");
    setPagePolicy(outgoing, { isSecure, isDevelopment });
  };
}

function isRenderedByNext(area: Area): boolean {
  return area === "page" || area === "sign-in";
}

/** Next reads the nonce from the request's own policy header and puts it on its scripts. */
function setPagePolicy(outgoing: ServedResponse, mode: PolicyMode): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, mode);
  outgoing.setHeader("Content-Security-Policy", policy);
  outgoing.req.exchange.page = { nonce, policy };
}

interface PolicyMode {
  isSecure: boolean;
  isDevelopment: boolean;
}

function pagePolicy(nonce: string, { isSecure, isDevelopment }: PolicyMode): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // A nonce would switch 'unsafe-inline' off again, and the development overlay brings its own styles.
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ];
  return [...directives, ...(isSecure ? ["upgrade-insecure-requests"] : [])].join("; ");
}
