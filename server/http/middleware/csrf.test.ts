import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({
    handleNext: async (_incoming, outgoing) => void outgoing.end("page"),
  });
});
afterEach(() => server.close());

const OWN = { "x-binnacle-csrf": "1" };

async function rename(headers: Record<string, string>, path = "/api/trpc/rename"): Promise<number> {
  const lines = Object.entries({
    Host: "binnacle.local:3000",
    Connection: "close",
    "Content-Type": "application/json",
    "Content-Length": "23",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = await server.send(
    `POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n{"json":{"name":"Ada"}}`,
  );
  return Number(answer.split(" ")[1]);
}

describe("a changing request", () => {
  test.each([
    [
      "from our own page",
      { ...OWN, "Sec-Fetch-Site": "same-origin", Origin: "http://binnacle.test" },
    ],
    ["to the host that the page came from", { ...OWN, Origin: "http://binnacle.local:3000" }],
    ["from a program, with the header only", OWN],
    ["typed by the user", { ...OWN, "Sec-Fetch-Site": "none" }],
    ["with a bearer token, which no browser adds by itself", { Authorization: "Bearer abc" }],
  ])("%s passes", async (_what, headers) => {
    expect(await rename(headers)).toBe(200);
  });

  test.each([
    ["without the header", {}],
    ["with another value in it", { "x-binnacle-csrf": "0" }],
    ["from another site", { ...OWN, "Sec-Fetch-Site": "cross-site" }],
    ["from a sibling domain", { ...OWN, "Sec-Fetch-Site": "same-site" }],
    ["of another origin", { ...OWN, Origin: "https://evil.example" }],
    ["of another port", { ...OWN, Origin: "http://binnacle.local:3001" }],
    ["of an opaque origin", { ...OWN, Origin: "null" }],
    ["with basic credentials, which browsers remember", { Authorization: "Basic YTpi" }],
  ])("%s is refused", async (_what, headers) => {
    expect(await rename(headers)).toBe(403);
  });

  test("to another API address is refused as well", async () => {
    expect(await rename({}, "/api/v1/health")).toBe(403);
  });

  test("to next-auth is left to its own token", async () => {
    expect(await rename({}, "/api/auth/signout")).toBe(200);
  });

  test("that is refused reads like a procedure's refusal", async () => {
    const answer = await server.fetch("/api/trpc/rename?batch=1", { method: "POST", body: "{}" });
    expect(await answer.json()).toMatchObject({
      error: {
        json: { data: { code: "FORBIDDEN", httpStatus: 403, requestId: expect.any(String) } },
      },
    });
  });
});

test("reading needs no header", async () => {
  expect((await server.fetch("/api/trpc/whoami")).status).toBe(200);
});
