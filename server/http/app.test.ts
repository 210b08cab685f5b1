import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { MIDDLEWARE } from "./app.ts";
import { DIRECT_ROUTES, WEB_ROUTES } from "./routes.ts";

let server: TestServer;
afterEach(() => server?.close());

test("the middleware run in this order", () => {
  expect(MIDDLEWARE.map(([name]) => name)).toEqual([
    "request id",
    "access log",
    "metrics",
    "security headers",
    "compression",
    "request target",
    "body limit",
    "csrf",
    "authentication",
    "shown identity",
    "rate limit",
  ]);
});

test("these are all routes", () => {
  expect(WEB_ROUTES.map(({ path }) => path)).toEqual([
    "/livez",
    "/startupz",
    "/readyz",
    "/metrics",
    "/api/v1/health",
    "/api/v1/audit/export",
    "/api/v1/users/:userId/avatar",
    "/api/v1/account/avatar",
    "/api/webhooks/resend",
    "/api/mail/unsubscribe",
    "/api/*",
  ]);
  expect(DIRECT_ROUTES.map(({ path }) => path)).toEqual([
    "/api/trpc/*",
    "/api/auth/*",
    "/_next/*",
    "/*",
  ]);
});

test("a request that breaks several rules is answered by the first: limit, then CSRF, then session", async () => {
  server = await startTestServer({
    createContext: async (_cookies, request) => {
      return { ...server.services, actor: undefined, request, setCookies: [] };
    },
  });
  const head = (more: string) =>
    `POST /api/trpc/whoami HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;
  const status = async (more: string) => Number((await server.send(head(more))).split(" ")[1]);
  expect(await status("Content-Length: 999999999\r\n")).toBe(413);
  expect(await status("Content-Length: 0\r\n")).toBe(403);
  expect(await status("Content-Length: 0\r\nx-binnacle-csrf: 1\r\n")).toBe(405);
  expect((await server.fetch("/api/trpc/whoami")).status).toBe(401);
});

describe("RFC 9110", () => {
  test("an unknown API address is 404 as problem+json", async () => {
    server = await startTestServer();
    const answer = await server.fetch("/api/v1/none");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toEqual({
      type: "urn:binnacle:error:not-found",
      title: "Not Found",
      status: 404,
      detail: "There is nothing at this address.",
      code: "NOT_FOUND",
      requestId: answer.headers.get("x-request-id"),
      fields: [],
    });
  });

  test.each(["/livez", "/startupz", "/readyz", "/metrics", "/api/v1/health", "/", "/users"])(
    "%s refuses other methods with Allow, and OPTIONS lists it",
    async (path) => {
      server = await startTestServer({ handleNext: async (_, outgoing) => void outgoing.end() });
      const headers = { "x-binnacle-csrf": "1" };
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const refused = await server.fetch(path, { method, headers });
        expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      }
      const options = await server.fetch(path, { method: "OPTIONS" });
      expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    },
  );

  test.each(["/livez", "/metrics", "/api/trpc/whoami", "/api/none"])(
    "HEAD %s answers as GET without a body",
    async (path) => {
      server = await startTestServer();
      const [get, head] = await Promise.all([
        server.fetch(path),
        server.fetch(path, { method: "HEAD" }),
      ]);
      expect(head.status).toBe(get.status);
      expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
      expect(await head.text()).toBe("");
    },
  );
});

describe("a fault", () => {
  const broken = {
    handleNext: () => Promise.reject(new Error("the secret cause")),
    readiness: {
      isStarted: () => true,
      markStarted: () => undefined,
      findObstacles: () => Promise.reject(new Error("the secret cause")),
    },
  };

  test.each(["/", "/readyz", "/api/trpc/fail"])(
    "at %s is logged whole and answered plainly, with the request id",
    async (path) => {
      server = await startTestServer(broken);
      const answer = await server.fetch(path);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).toContain("Something went wrong.");
      expect(text).toContain(answer.headers.get("x-request-id"));
      expect(text).not.toContain("secret cause");
      const logged = server.lines.find(({ level }) => level === "error");
      expect(logged?.requestId).toBe(answer.headers.get("x-request-id"));
      expect(JSON.stringify(logged?.err)).toContain("the secret cause");
    },
  );
});

describe("a malformed address", () => {
  test.each([
    "/%zz",
    "/%",
    "//evil.example/",
    "/api//trpc/whoami",
    "/livez/../api/trpc/whoami",
    "/livez/..;/api/trpc/whoami",
    "/%2e%2e/api/trpc/whoami",
    "/api%2Ftrpc%2Fwhoami",
    "/api/trpc/whoami%00",
    "/api\\trpc\\whoami",
    "/livez?%zz",
    "/%61pi/trpc/whoami",
    "*",
  ])("%s is 400 and reaches nothing", async (path) => {
    let reached = 0;
    server = await startTestServer({
      handleNext: async (_, outgoing) => {
        reached += 1;
        outgoing.end();
      },
    });
    expect(await server.send(ask(path))).toMatch(/^HTTP\/1.1 400 /);
    expect(reached).toBe(0);
    await expect.poll(() => server.lines.at(-1)).toMatchObject({ status: 400, route: "unmatched" });
  });

  test.each(["a/b", "evil.example/path?", "a b", "user@host", "a:99999", ""])(
    "a Host of %j is 400",
    async (host) => {
      server = await startTestServer();
      expect(await server.send(ask("/livez", host))).toMatch(/^HTTP\/1.1 400 /);
    },
  );

  test.each([
    "/api/trpc/%77hoami",
    "/%61pi/trpc/whoami",
    "/API/trpc/whoami",
    "/api/trpc",
    "/api/trpc/",
  ])("%s does not slip past the CSRF check as something else", async (path) => {
    server = await startTestServer();
    const answer = await server.send(ask(path).replace("GET", "POST"));
    expect(Number(answer.split(" ")[1])).toBeOneOf([400, 403, 404, 405]);
  });

  test("headers that are too large are 431, no HTTP at all is 400", async () => {
    server = await startTestServer();
    expect(await server.send(ask("/livez", "x", `X-Big: ${"x".repeat(20_000)}\r\n`))).toMatch(
      /^HTTP\/1.1 431 /,
    );
    expect(await server.send("\x16\x03\x01\x02\x00\x01\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  });

  test("a request with both Content-Length and Transfer-Encoding is refused", async () => {
    server = await startTestServer();
    const smuggled = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";
    expect(
      await server.send(
        `${ask("/api/trpc/rename", "x", smuggled)}0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1.1 400 /);
  });
});

const ask = (path: string, host = "localhost", more = "") =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`;
