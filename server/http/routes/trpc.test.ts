import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import superjson from "superjson";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const HEADERS = { "Content-Type": "application/json", "x-binnacle-csrf": "1" };
const query = (input: unknown) => `?input=${encodeURIComponent(JSON.stringify(input))}`;
const post = (path: string, body: string) =>
  server.fetch(`/api/trpc/${path}`, { method: "POST", headers: HEADERS, body });

describe("tRPC over HTTP", () => {
  test("answers a query and a mutation", async () => {
    const read = await server.fetch(`/api/trpc/greet${query({ json: { name: "Ada" } })}`);
    expect(read.status).toBe(200);
    expect(read.headers.get("content-type")).toBe("application/json");
    expect(await read.json()).toEqual({ result: { data: { json: "Hello, Ada" } } });
    const written = await post("rename", '{"json":{"name":"Ada"}}');
    expect(await written.json()).toEqual({ result: { data: { json: "Ada" } } });
  });

  test("says how long it took", async () => {
    const { headers } = await server.fetch("/api/trpc/whoami");
    expect(headers.get("server-timing")).toMatch(/^auth;dur=\d+(\.\d)?, total;dur=\d+(\.\d)?$/);
  });

  test("speaks with tRPC's own client, batched, and streams subscriptions", async () => {
    const url = `${server.url}/api/trpc`;
    const client = createTRPCClient<AnyTRPCRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url, transformer: superjson }),
          false: httpBatchLink({
            url,
            transformer: superjson,
            headers: { "x-binnacle-csrf": "1" },
          }),
        }),
      ],
    }) as unknown as Record<
      "greet" | "whoami" | "rename" | "forbidden",
      {
        query(input?: unknown): Promise<unknown>;
        mutate(input?: unknown): Promise<unknown>;
      }
    >;
    const results = await Promise.allSettled([
      client.greet.query({ name: "Ada" }),
      client.whoami.query(),
      client.forbidden.query(),
    ]);
    expect(
      results.map((result) =>
        result.status === "fulfilled" ? result.value : result.reason.data.code,
      ),
    ).toEqual(["Hello, Ada", testActor.userId, "FORBIDDEN"]);
    expect(await client.rename.mutate({ name: "Grace" })).toBe("Grace");
    const stream = await server.fetch("/api/trpc/count");
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    expect(await stream.text()).toMatch(/data: \{"json":1\}.*data: \{"json":2\}/s);
  });

  test("answers a mixed batch with 207 and each call's own outcome", async () => {
    const answer = await server.fetch("/api/trpc/whoami,forbidden,none?batch=1");
    expect(answer.status).toBe(207);
    const [first, second, third] = (await answer.json()) as Record<string, unknown>[];
    expect(first).toMatchObject({ result: {} });
    expect(second).toMatchObject({ error: { json: { data: { httpStatus: 403 } } } });
    expect(third).toMatchObject({ error: { json: { data: { httpStatus: 404 } } } });
  });

  test("passes on every cookie that procedures set", async () => {
    const answer = await post("signIn", "");
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2; HttpOnly"]);
  });

  test("never changes anything by GET, and never reads by POST", async () => {
    const link = await server.fetch(`/api/trpc/rename${query({ json: { name: "Ada" } })}`);
    expect([link.status, link.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    const batched = await server.fetch("/api/trpc/whoami,rename?batch=1");
    expect(batched.status).toBe(405);
    const posted = await post("whoami", "{}");
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("names the fields that are wrong", async () => {
    const answer = await post("rename", '{"json":{"name":7,"role":"owner"}}');
    expect(answer.status).toBe(422);
    const { error } = (await answer.json()) as {
      error: { json: { data: { fields: { path: string }[] } } };
    };
    expect(error.json.data.fields.map(({ path }) => path).sort()).toEqual(["name", "role"]);
  });
});

describe("bad input is refused, never a fault", () => {
  test.each([
    ["no JSON", "{"],
    ["a number", "7"],
    ["null", "null"],
    ["a prototype key", '{"json":{"__proto__":{"name":"x"}}}'],
    ["a polluting path", '{"json":{"name":"x"},"meta":{"values":{"__proto__.x":["Date"]}}}'],
    ["an unknown type", '{"json":{"name":"x"},"meta":{"values":{"name":["Nonsense"]}}}'],
    ["a deep nest", `{"json":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["a megabyte of text", `{"json":{"name":"${"x".repeat(1_000_000)}"}}`],
    ["invalid UTF-8", '{"json":{"name":\xff}}'],
  ])("%s", async (_what, body) => {
    const answer = await post("rename", body);
    expect(answer.status).toBeOneOf([400, 422]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("a batch of 2,000", async () => {
    const names = Array(2000).fill("whoami").join(",");
    const answer = await server.fetch(`/api/trpc/${names}?batch=1`);
    expect(answer.status).toBeOneOf([400, 431]);
    expect(
      (await server.fetch(`/api/trpc/${Array(20).fill("whoami").join(",")}?batch=1`)).status,
    ).toBe(200);
    expect(
      (await server.fetch(`/api/trpc/${Array(21).fill("whoami").join(",")}?batch=1`)).status,
    ).toBe(400);
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "_def", "", "greet.x"])(
    "a procedure called %j",
    async (name) => {
      expect((await server.fetch(`/api/trpc/${name}`)).status).toBe(404);
      expect((await server.fetch(`/api/trpc/${name}?batch=1`)).status).toBe(404);
    },
  );
});
