import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

const page = async (_incoming: unknown, outgoing: { end(text: string): unknown }) =>
  void outgoing.end("page");
let server: TestServer;
afterEach(() => server.close());

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

describe("security headers", () => {
  test("stand on every answer, refusals included", async () => {
    server = await startTestServer({ handleNext: page });
    for (const path of ["/", "/livez", "/api/none", "/api/trpc/greet", "/api/auth/session"]) {
      const { headers } = await server.fetch(path);
      expect(Object.fromEntries(headers)).toMatchObject(EVERYWHERE);
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("strict-transport-security")).toBeNull();
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect(
      await server.send("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
    ).toContain("X-Frame-Options: DENY");
  });

  test("forbid everything on API answers", async () => {
    server = await startTestServer();
    const { headers } = await server.fetch("/api/trpc/whoami");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  test("give each page a nonce of its own and nothing unsafe for scripts", async () => {
    server = await startTestServer({ handleNext: page });
    const policies = await Promise.all(
      [1, 2].map(async () => (await server.fetch("/")).headers.get("content-security-policy")),
    );
    const [first = "", second = ""] = policies.map((policy) => scriptSource(policy));
    expect(first).toMatch(/^script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
    expect(second).not.toBe(first);
    expect(policies[0]).toContain(
      "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    );
    expect(policies[0]).not.toContain("upgrade-insecure-requests");
  });

  test("insist on TLS when the public address does", async () => {
    server = await startTestServer({ handleNext: page, publicUrl: "https://binnacle.test" });
    const { headers } = await server.fetch("/");
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000");
    expect(headers.get("content-security-policy")).toContain("; upgrade-insecure-requests");
  });

  test("let development evaluate and reload", async () => {
    server = await startTestServer({ handleNext: page, config: { mode: "development" } });
    const policy = (await server.fetch("/")).headers.get("content-security-policy");
    expect(policy).toContain("'unsafe-eval'");
    expect(policy).toContain("style-src-elem 'self' 'unsafe-inline';");
    expect(policy).toContain("connect-src 'self' ws:");
  });

  test("leave caching of static files to Next", async () => {
    server = await startTestServer({ handleNext: page });
    for (const path of ["/_next/static/a.js", "/favicon.ico"]) {
      expect((await server.fetch(path)).headers.get("cache-control")).toBeNull();
    }
  });
});

const scriptSource = (policy: string | null) =>
  policy?.split("; ").find((directive) => directive.startsWith("script-src "));
