import { afterEach, describe, expect, test, vi } from "vitest";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

let server: TestServer;
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

const WHO = "/api/trpc/whoami";
const limits = { rateLimits: { perUser: 3, perAddress: 2 } };

async function statuses(count: number, path: string): Promise<number[]> {
  const seen: number[] = [];
  for (let call = 0; call < count; call++) seen.push((await server.fetch(path)).status);
  return seen;
}

describe("a signed-in user", () => {
  test("is told what is left, and refused beyond the limit until the window is over", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    server = await startTestServer({ settings: limits });
    const first = await server.fetch(WHO);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "ratelimit-limit": "3",
      "ratelimit-remaining": "2",
      "ratelimit-reset": "60",
    });
    vi.setSystemTime(Date.now() + 20_000);
    expect(await statuses(2, WHO)).toEqual([200, 200]);

    const refused = await server.fetch(WHO);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("40");
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(await refused.json()).toMatchObject({
      error: { json: { data: { code: "RATE_LIMITED", retryAfterSeconds: 40 } } },
    });

    vi.setSystemTime(Date.now() + 41_000);
    expect(await statuses(1, WHO)).toEqual([200]);
  });

  test("is counted apart from others, wherever they ask from", async () => {
    let userId = testActor.userId;
    server = await startTestServer({
      settings: limits,
      createContext: async (_cookies, request) => ({
        ...server.services,
        actor: { ...testActor, userId },
        request,
        setCookies: [],
      }),
    });
    expect(await statuses(4, WHO)).toEqual([200, 200, 200, 429]);
    userId = "0190b1a2-0000-7000-8000-000000000009";
    expect(await statuses(1, WHO)).toEqual([200]);
  });
});

describe("without a session", () => {
  test("an address is counted over API and pages together", async () => {
    server = await startTestServer({
      settings: limits,
      createContext: async (_cookies, request) => ({
        ...server.services,
        actor: undefined,
        request,
        setCookies: [],
      }),
      handleNext: async (_incoming, outgoing) => void outgoing.end("page"),
    });
    expect(await statuses(1, WHO)).toEqual([401]);
    expect(await statuses(2, "/users")).toEqual([200, 429]);
    expect(await statuses(1, WHO)).toEqual([429]);
  });

  test("50 at once pass the limit no more than one after the other", async () => {
    server = await startTestServer({
      settings: { rateLimits: { perUser: 60, perAddress: 20 } },
      handleNext: async (_incoming, outgoing) => void outgoing.end("page"),
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => server.fetch("/")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  });

  test("probes and the files of pages are not counted", async () => {
    server = await startTestServer({
      settings: limits,
      handleNext: async (_incoming, outgoing) => void outgoing.end("file"),
    });
    expect(await statuses(4, "/livez")).toEqual([200, 200, 200, 200]);
    expect(await statuses(4, "/_next/static/a.js")).toEqual([200, 200, 200, 200]);
    const file = await server.fetch("/_next/static/a.js");
    expect(file.headers.has("ratelimit-limit")).toBe(false);
  });
});

test("a limit changed at run time counts from the next request on", async () => {
  server = await startTestServer({ settings: limits });
  expect(await statuses(4, WHO)).toEqual([200, 200, 200, 429]);
  server.services.settings.current.rateLimits.perUser = 100;
  expect(await statuses(2, WHO)).toEqual([200, 200]);
});
