import { afterEach, describe, expect, test } from "vitest";
import { AppError } from "#server/platform/errors.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let server: TestServer;
afterEach(() => server.close());

describe("authentication", () => {
  test("happens once for a batch and never for probes and pages", async () => {
    let asked = 0;
    server = await startTestServer({
      createContext: async (cookies, request) => {
        asked += 1;
        expect(cookies).toBe("session=1");
        return { ...server.services, actor: undefined, request, setCookies: [] };
      },
    });
    const headers = { Cookie: "session=1" };
    await server.fetch("/livez", { headers });
    await server.fetch("/", { headers });
    await server.fetch("/api/auth/session", { headers });
    expect(asked).toBe(0);
    const answer = await server.fetch("/api/trpc/whoami,whoami,whoami?batch=1", { headers });
    expect(answer.status).toBe(401);
    expect(asked).toBe(1);
  });

  test("that fails is answered in the procedure's envelope, with when to come back", async () => {
    server = await startTestServer({
      createContext: () =>
        Promise.reject(new AppError("UNAVAILABLE", "Try again.", { retryAfterSeconds: 2 })),
    });
    const answer = await server.fetch("/api/trpc/whoami");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await answer.json()).toMatchObject({
      error: { json: { data: { code: "UNAVAILABLE" } } },
    });
  });

  test("counts neither streams nor what a page asks for by itself as use of a session", async () => {
    const quiet: unknown[] = [];
    server = await startTestServer({
      createContext: async (_, request) => {
        quiet.push(request.isQuiet);
        return { ...server.services, actor: undefined, request, setCookies: [] };
      },
    });
    await server.fetch("/api/trpc/whoami");
    await server.fetch("/api/trpc/whoami", { headers: { "x-binnacle-quiet": "1" } });
    await server.fetch("/api/trpc/events.latest");
    await server.fetch("/api/trpc/events.subscribe");
    await server.send(
      "GET /api/trpc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    );
    expect(quiet).toEqual([false, true, true, true, true]);
  });

  test("is given up within a second where health is asked for", async () => {
    server = await startTestServer({ createContext: () => new Promise(() => undefined) });
    for (const path of ["/api/v1/health", "/api/trpc/health.get"]) {
      const startedAt = performance.now();
      expect((await server.fetch(path)).status).toBe(503);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    }
  });
});
