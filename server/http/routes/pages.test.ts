import type { IncomingHttpHeaders } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let server: TestServer;
let seen: IncomingHttpHeaders | undefined;
afterEach(() => server.close());

async function start(config = {}) {
  seen = undefined;
  server = await startTestServer({
    config,
    handleNext: async (incoming, outgoing) => {
      seen = { ...incoming.headers };
      outgoing.setHeader("Content-Type", "text/html");
      outgoing.end(incoming.method === "HEAD" ? undefined : `<p>${incoming.url}</p>`);
    },
  });
}

describe("a page request", () => {
  test("reaches Next with its path, query, method and body", async () => {
    await start();
    const answer = await server.fetch("/users?status=active");
    expect(await answer.text()).toBe("<p>/users?status=active</p>");
    expect((await server.fetch("/users", { method: "HEAD" })).status).toBe(200);
    const signOut = await server.fetch("/api/auth/signout", {
      method: "POST",
      body: "csrfToken=1",
    });
    expect(signOut.status).toBe(200);
  });

  test("tells Next its path, id, address and nonce", async () => {
    await start();
    const { headers } = await server.fetch("/users?status=active");
    const policy = headers.get("content-security-policy");
    expect(seen).toMatchObject({
      "x-binnacle-path": "/users?status=active",
      "x-binnacle-request-id": headers.get("x-request-id"),
      "x-binnacle-address": "127.0.0.1",
      "content-security-policy": policy,
    });
    expect(policy).toContain(`'nonce-${seen?.["x-nonce"]}'`);
  });

  const FORGED = {
    "x-nonce": "forged",
    "x-binnacle-path": "/forged",
    "x-binnacle-actor": "forged",
    "x-middleware-subrequest": "middleware",
    "x-middleware-rewrite": "/forged",
    "x-nextjs-data": "1",
    "x-next-resume-state-length": "1",
    "x-invoke-path": "/forged",
    "x-matched-path": "/forged",
    "x-now-route-matches": "1",
    "x-prerender-revalidate": "forged",
    "next-action": "forged",
    "next-resume": "1",
    "content-security-policy-report-only": "script-src 'nonce-forged'",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.9",
    forwarded: "for=203.0.113.9",
    "x-real-ip": "203.0.113.9",
  };

  test("loses the headers that Next and we use inside the process", async () => {
    await start();
    await server.fetch("/", { headers: FORGED });
    expect(JSON.stringify(seen)).not.toMatch(/forged|evil|203\.0\.113|middleware/);
  });

  const READABLE = encodeURIComponent('["",{"children":["users",{}]}]');

  test.each([
    [READABLE, 200],
    ["%7B%7D", 400],
    ["garbage", 400],
    ["%", 400],
    [`${READABLE}, ${READABLE}`, 400],
  ])("with the router's state %s is answered %i", async (state, status) => {
    await start();
    const headers = { rsc: "1", "next-router-state-tree": state };
    expect((await server.fetch("/users", { headers })).status).toBe(status);
    expect(seen !== undefined).toBe(status === 200);
  });

  test("keeps the ids of hot updates in development only", async () => {
    const headers = { "x-nextjs-request-id": "1", "x-nextjs-html-request-id": "2" };
    await start({ mode: "development" });
    await server.fetch("/", { headers });
    expect(seen).toMatchObject(headers);
    await server.close();
    await start();
    await server.fetch("/", { headers });
    expect(seen).not.toHaveProperty("x-nextjs-request-id");
  });

  test("keeps what a trusted proxy forwards, and what Next's router sends", async () => {
    await start({ trustedProxies: ["127.0.0.1"] });
    await server.fetch("/", {
      headers: {
        ...FORGED,
        "x-forwarded-host": "binnacle.example",
        rsc: "1",
        "next-url": "/users",
      },
    });
    expect(seen).toMatchObject({
      "x-forwarded-host": "binnacle.example",
      "x-forwarded-proto": "https",
      rsc: "1",
      "next-url": "/users",
    });
  });
});
