import { afterEach, describe, expect, test } from "vitest";
import { currentRequest } from "#server/platform/request-scope.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const TRUSTED = { trustedProxies: ["127.0.0.0/8"] };
let server: TestServer;
afterEach(() => server.close());

describe("the request id", () => {
  test("is minted and answered", async () => {
    server = await startTestServer();
    const answer = await server.fetch("/livez", { headers: { "X-Request-Id": "given-by-client" } });
    expect(answer.headers.get("x-request-id")).toMatch(UUID_V7);
  });

  test("is taken from a trusted proxy when well formed", async () => {
    server = await startTestServer({ config: TRUSTED });
    const ask = async (id: string) =>
      (await server.fetch("/livez", { headers: { "X-Request-Id": id } })).headers.get(
        "x-request-id",
      );
    expect(await ask("edge-7.F_1")).toBe("edge-7.F_1");
    for (const id of ["short", "x".repeat(129), "with space-1", "<script>1", "änderung"]) {
      expect(await ask(encodeURI(id).replaceAll("%20", " "))).toMatch(UUID_V7);
    }
  });

  test("stands on refusals, unknown addresses, faults and pages", async () => {
    server = await startTestServer({
      handleNext: async (_incoming, outgoing) => void outgoing.end("page"),
    });
    for (const path of ["/", "/api/none", "/api/trpc/fail", "/%zz"]) {
      expect((await server.send(get(path))).toLowerCase()).toMatch(
        /\r\nx-request-id: [\da-f-]{36}\r\n/,
      );
    }
  });

  test("and the client's address reach whatever runs below", async () => {
    const seen: unknown[] = [];
    server = await startTestServer({
      config: TRUSTED,
      handleNext: async (incoming, outgoing) => {
        seen.push(currentRequest(), incoming.headers["x-binnacle-address"]);
        outgoing.end();
      },
    });
    await server.fetch("/", {
      headers: { "X-Forwarded-For": "198.51.100.7, 203.0.113.9", "User-Agent": "Probe" },
    });
    expect(seen).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(UUID_V7),
        ...{ address: "203.0.113.9", userAgent: "Probe" },
      }),
      "203.0.113.9",
    ]);
  });

  test("comes with the address of the socket when the peer is not trusted", async () => {
    server = await startTestServer();
    await server.fetch("/api/none", { headers: { "X-Forwarded-For": "203.0.113.9" } });
    await expect.poll(() => server.lines.at(-1)).toMatchObject({ address: "127.0.0.1" });
  });

  test("and a valid trace id are logged together", async () => {
    server = await startTestServer();
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    for (const traceparent of [`00-${traceId}-b7ad6b7169203331-01`, "00-zz-1-01"]) {
      await server.fetch("/api/none", { headers: { traceparent } });
    }
    await expect.poll(() => server.lines.length).toBe(2);
    expect(server.lines.map((line) => line.traceId)).toEqual([traceId, undefined]);
  });
});

const get = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
