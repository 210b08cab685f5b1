import { expect, test } from "vitest";
import type { Context } from "#server/platform/context.ts";
import {
  clearSessionCookie,
  readTokens,
  sessionCookieName,
  setImpersonationCookie,
  setSessionCookie,
} from "./cookie.ts";

const contextAt = (publicUrl: string) => ({ publicUrl, setCookies: [] }) as unknown as Context;

test("over https the cookie is secure and carries next-auth's prefix", () => {
  const ctx = contextAt("https://admin.example.com");
  setSessionCookie(ctx, { token: "abc", maxAgeSeconds: 60 });
  expect(ctx.setCookies).toEqual([
    "__Secure-authjs.session-token=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60",
  ]);
});

test("over http the cookie has no prefix, and without an age it ends with the browser", () => {
  const ctx = contextAt("http://localhost:3000");
  setSessionCookie(ctx, { token: "abc" });
  expect(ctx.setCookies).toEqual(["authjs.session-token=abc; Path=/; HttpOnly; SameSite=Lax"]);
});

test("the cookie of an impersonation is bound to the host over https, and read beside the other", () => {
  const ctx = contextAt("https://admin.example.com");
  setImpersonationCookie(ctx, { token: "abc", maxAgeSeconds: 3600 });
  expect(ctx.setCookies).toEqual([
    "__Host-binnacle.impersonation=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=3600",
  ]);
  const header = "__Secure-authjs.session-token=own; __Host-binnacle.impersonation=abc";
  expect(readTokens(ctx, header)).toEqual({ session: "own", impersonation: "abc" });
});

test("clearing the cookie expires it at once", () => {
  const ctx = contextAt("http://localhost:3000");
  clearSessionCookie(ctx);
  expect(ctx.setCookies.join()).toContain("Max-Age=0");
});

test.each([
  [undefined, undefined],
  ["", undefined],
  ["theme=dark", undefined],
  ["authjs.session-token=abc", "abc"],
  ["theme=dark; authjs.session-token=abc; other=1", "abc"],
  ["not-authjs.session-token=abc", undefined],
  ["authjs.session-token", undefined],
  ["=;==;;", undefined],
])("the token in the header %j is %j", (header, token) => {
  expect(readTokens({ publicUrl: "http://localhost" }, header).session).toBe(token);
});

test("a cookie of the http name does not count over https", () => {
  const services = { publicUrl: "https://admin.example.com" };
  expect(readTokens(services, "authjs.session-token=abc").session).toBeUndefined();
  expect(sessionCookieName(services.publicUrl)).toBe("__Secure-authjs.session-token");
});
