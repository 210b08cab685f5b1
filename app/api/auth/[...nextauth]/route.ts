import { NextRequest } from "next/server";
import NextAuth, { AuthError, type NextAuthConfig } from "next-auth";
import type { Runtime } from "#server/runtime.ts";

const RUNTIME = Symbol.for("binnacle.runtime");

export const GET = (request: NextRequest) => handle(request, "GET");
export const POST = (request: NextRequest) => handle(request, "POST");

/** Sessions of our own sign-in, seen by next-auth; providers for single sign-on will be added here. */
function createConfig(error: (error: Error) => void): NextAuthConfig {
  const { authAdapter, services } = getRuntime();
  return {
    adapter: authAdapter,
    secret: services.config.authSecret,
    trustHost: true,
    useSecureCookies: isSecure(services.publicUrl),
    basePath: "/api/auth",
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    session: { strategy: "database", generateSessionToken },
    providers: [],
    logger: { error },
    callbacks: {
      session: ({ session, user }) => ({
        expires: new Date(session.expires).toISOString(),
        user: { id: user.id, name: user.name, email: user.email },
      }),
    },
  };
}

/**
 * The address is the configured one, whatever the request says: next-auth builds redirects and
 * cookie names from it. What the adapter failed with fails the request, where next-auth would say that
 * there is no session.
 */
async function handle(request: NextRequest, method: "GET" | "POST"): Promise<Response> {
  const { publicUrl, log } = getRuntime().services;
  const { pathname, search } = request.nextUrl;
  const failures: unknown[] = [];
  const { handlers } = NextAuth(
    createConfig((error) => {
      if (error instanceof AuthError && error.type === "AdapterError") {
        failures.push(error.cause?.err ?? error);
      } else log.debug({ err: error }, "next-auth has refused a request");
    }),
  );
  const response = await handlers[method](
    new NextRequest(`${publicUrl}${pathname}${search}`, request),
  );
  if (failures.length > 0) throw failures[0];
  return withoutRenewal(response, publicUrl);
}

/** next-auth renews the cookie on each look at the session; ours lives as long as sign-in said. */
function withoutRenewal(response: Response, publicUrl: string): Response {
  const prefix = isSecure(publicUrl) ? "__Secure-" : "";
  const renewal = new RegExp(`^${prefix}authjs\\.session-token=[^;]`);
  const cookies = response.headers.getSetCookie();
  const headers = new Headers(response.headers);
  headers.delete("set-cookie");
  for (const cookie of cookies) if (!renewal.test(cookie)) headers.append("set-cookie", cookie);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

function generateSessionToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}

function getRuntime(): Runtime {
  const runtime = (globalThis as { [RUNTIME]?: Runtime })[RUNTIME];
  if (!runtime) throw new Error("Pages are served by server/main.ts, which publishes the runtime");
  return runtime;
}
