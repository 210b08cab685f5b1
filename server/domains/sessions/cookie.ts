import type { Context, Services } from "#server/platform/context.ts";

/** The name that next-auth v5 gives its session cookie, so that both read the same one. */
export function sessionCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? "__Secure-authjs.session-token" : "authjs.session-token";
}

/** Beside the session's own cookie, while its owner acts in somebody else's name. */
function impersonationCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? "__Host-binnacle.impersonation" : "binnacle.impersonation";
}

interface Tokens {
  session: string | undefined;
  impersonation: string | undefined;
}

/** The tokens in a `Cookie` header, those that it carries. */
export function readTokens(
  { publicUrl }: Pick<Services, "publicUrl">,
  cookies: string | undefined,
): Tokens {
  return {
    session: readCookie(cookies, sessionCookieName(publicUrl)),
    impersonation: readCookie(cookies, impersonationCookieName(publicUrl)),
  };
}

function readCookie(cookies: string | undefined, name: string): string | undefined {
  if (!cookies?.includes(name)) return undefined;
  for (const pair of cookies.split(";")) {
    const separator = pair.indexOf("=");
    if (separator > 0 && pair.slice(0, separator).trim() === name) {
      return pair.slice(separator + 1).trim();
    }
  }
  return undefined;
}

interface NewCookie {
  token: string;
  /** Absent: the browser forgets the cookie when it is closed. */
  maxAgeSeconds?: number;
}

export function setSessionCookie(ctx: Context, cookie: NewCookie): void {
  appendCookie(ctx, sessionCookieName(ctx.publicUrl), cookie);
}

export function clearSessionCookie(ctx: Context): void {
  appendCookie(ctx, sessionCookieName(ctx.publicUrl), GONE);
}

export function setImpersonationCookie(ctx: Context, cookie: Required<NewCookie>): void {
  appendCookie(ctx, impersonationCookieName(ctx.publicUrl), cookie);
}

export function clearImpersonationCookie(ctx: Context): void {
  appendCookie(ctx, impersonationCookieName(ctx.publicUrl), GONE);
}

const GONE: NewCookie = { token: "", maxAgeSeconds: 0 };

function appendCookie(ctx: Context, name: string, { token, maxAgeSeconds }: NewCookie): void {
  const secure = isSecure(ctx.publicUrl) ? ["Secure"] : [];
  const age = maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`];
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", ...secure, ...age];
  ctx.setCookies.push([`${name}=${token}`, ...attributes].join("; "));
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
