import type { Context, Services } from "#server/platform/context.ts";

/** The name that next-auth v5 gives its session cookie, so that both read the same one. */
export function sessionCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? "__Secure-authjs.session-token" : "authjs.session-token";
}

/** The session token in a `Cookie` header, if it carries one. */
export function readSessionToken(
  services: Pick<Services, "publicUrl">,
  cookies: string | undefined,
): string | undefined {
  const name = sessionCookieName(services.publicUrl);
  for (const pair of cookies?.split(";") ?? []) {
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
  const age = cookie.maxAgeSeconds === undefined ? [] : [`Max-Age=${cookie.maxAgeSeconds}`];
  appendCookie(ctx, cookie.token, age);
}

export function clearSessionCookie(ctx: Context): void {
  appendCookie(ctx, "", ["Max-Age=0"]);
}

function appendCookie(ctx: Context, value: string, extra: string[]): void {
  const secure = isSecure(ctx.publicUrl) ? ["Secure"] : [];
  const pair = `${sessionCookieName(ctx.publicUrl)}=${value}`;
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", ...secure, ...extra];
  ctx.setCookies.push([pair, ...attributes].join("; "));
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
