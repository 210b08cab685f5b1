import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { tracked } from "@trpc/server";
import superjson from "superjson";
import { afterEach, expect, test, vi } from "vitest";
import { type ClientOptions, WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { createRouter, openToAnyone, permitted } from "#server/api/trpc.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { serveSubscriptions } from "./subscription-socket.ts";

const docs = { description: "For tests" };
const opened = openToAnyone("For tests", docs);
let made = 0;

const router = createRouter({
  greet: opened.query(() => "Hello"),
  /** Three at a time, after the id that was seen. */
  numbers: opened
    .input(z.strictObject({ lastEventId: z.string().optional() }))
    .subscription(async function* ({ input }) {
      const start = Number(input.lastEventId ?? 0);
      for (let n = start + 1; n <= start + 3; n++) yield tracked(String(n), { n, big: BigInt(n) });
    }),
  wait: opened.subscription(async function* ({ signal }) {
    yield "here";
    if (signal && !signal.aborted) await once(signal, "abort");
  }),
  pour: opened.subscription(async function* ({ signal }) {
    while (!signal?.aborted) {
      made += 1;
      yield "x".repeat(10_000);
    }
  }),
  break: opened.subscription(async function* () {
    yield 1;
    throw new Error("the secret cause");
  }),
  forbidden: permitted("mail.read", docs).subscription(async function* () {
    yield "never";
  }),
});

let server: TestServer;
let closing: (() => void) | undefined;
afterEach(async () => {
  closing?.();
  await server.close();
});

type Said = {
  id?: unknown;
  error?: { json: { data: { code: string } } };
  result?: { type: string };
};

interface Client extends ClientOptions {
  path?: string;
  port?: number;
}

async function connect({ path = "/api/trpc", port = server.port, ...options }: Client = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
  const said: Said[] = [];
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const refused = new Promise<number | undefined>((resolve) => {
    socket.once("open", () => resolve(undefined));
    socket.once("unexpected-response", (_, answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
  });
  socket.on("message", (data) => {
    if (String(data) !== "PONG") said.push(JSON.parse(String(data)));
  });
  socket.on("error", () => undefined);
  const status = await refused;
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  const subscribe = (id: number, name: string) =>
    say({ id, method: "subscription", params: { path: name, input: { json: {} } } });
  return { socket, status, said, closed, say, subscribe };
}

const codes = (said: Said[]) => said.map(({ error }) => error?.json.data.code);

test("tRPC's own client gets typed values, and goes on after the last one when we close", async () => {
  server = await startTestServer({ appRouter: router });
  const client = createWSClient({
    url: `ws://127.0.0.1:${server.port}/api/trpc`,
    retryDelayMs: () => 10,
  });
  const trpc = createTRPCClient<typeof router>({
    links: [wsLink({ client, transformer: superjson })],
  });
  const seen: unknown[] = [];
  const subscription = trpc.numbers.subscribe({}, { onData: ({ data }) => seen.push(data) });
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(6));
  subscription.unsubscribe();
  await client.close();
  expect(seen.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => ({ n, big: BigInt(n) })));
});

test("a foreign page, somebody without a session and a wrong address are refused before the switch", async () => {
  server = await startTestServer({ appRouter: router, publicUrl: "https://binnacle.test" });
  expect((await connect({ headers: { origin: "https://evil.test" } })).status).toBe(403);
  expect((await connect({ headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  expect((await connect({ headers: { origin: "https://binnacle.test" } })).status).toBeUndefined();
  expect((await connect({ path: "/api/trpc/numbers" })).status).toBe(404);
  expect((await connect({ path: "/livez" })).status).toBe(200);
  await server.close();
  const createContext = async (_: string | undefined, request: never) =>
    ({ ...server.services, actor: undefined, request, setCookies: [] }) as never;
  server = await startTestServer({ appRouter: router, createContext });
  expect((await connect()).status).toBe(401);
});

test("what is asked wrongly is refused by its id, and the connection goes on", async () => {
  server = await startTestServer({ appRouter: router });
  const { said, say, subscribe, socket } = await connect();
  subscribe(1, "nothing");
  subscribe(2, "greet");
  subscribe(3, "forbidden");
  say({ id: 4, method: "query", params: { path: "greet" } });
  socket.send("{");
  say({ id: 5, method: "subscription", params: { path: "numbers", input: { json: { odd: 1 } } } });
  await vi.waitFor(() => expect(said).toHaveLength(6));
  expect(codes(said).toSorted()).toEqual([
    "BAD_REQUEST",
    "FORBIDDEN",
    "METHOD_NOT_ALLOWED",
    "METHOD_NOT_ALLOWED",
    "NOT_FOUND",
    "VALIDATION",
  ]);
  socket.send("PING");
  const [pong] = await once(socket, "message");
  expect(String(pong)).toBe("PONG");
  socket.terminate();
});

test("a subscription is stopped by its id; one socket holds twenty, each id once", async () => {
  server = await startTestServer({ appRouter: router });
  const { said, say, subscribe, socket } = await connect();
  for (let id = 0; id < 21; id++) subscribe(id, "wait");
  subscribe(0, "wait");
  await vi.waitFor(() =>
    expect(codes(said).filter(Boolean)).toEqual(["RATE_LIMITED", "BAD_REQUEST"]),
  );
  say({ id: 7, method: "subscription.stop" });
  await vi.waitFor(() => expect(said.at(-1)).toEqual({ id: 7, result: { type: "stopped" } }));
  socket.terminate();
});

test("a subscription that breaks is reported, told nothing of, and begun again by its client", async () => {
  const report = vi.fn();
  const errors = { report, flush: async () => undefined, close: async () => undefined };
  server = await startTestServer({ appRouter: router, parts: { errors } });
  const { closed, subscribe, said } = await connect();
  subscribe(1, "break");
  expect(await closed).toBe(1012);
  expect(report).toHaveBeenCalledOnce();
  expect(JSON.stringify(said)).not.toContain("secret");
});

test("bytes, messages too large and floods of them end the connection", async () => {
  server = await startTestServer({ appRouter: router });
  const binary = await connect();
  binary.socket.send(Buffer.of(1));
  expect(await binary.closed).toBe(1003);
  const large = await connect();
  large.socket.send("x".repeat(17_000));
  expect(await large.closed).toBe(1009);
  const flood = await connect();
  for (let n = 0; n < 101; n++) flood.socket.send("PING");
  expect(await flood.closed).toBe(1008);
});

/** The same without the front, by times that are short. */
async function serveShortly(times: { patienceMs?: number; pulseMs?: number }) {
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  const closed = new Promise<number>((resolve) => {
    sockets.once("connection", (socket) => {
      socket.once("close", resolve);
      const scope = { router, createContext: async () => server.services as never };
      const request = { id: "request-of-the-socket", address: "", userAgent: "" };
      serveSubscriptions(socket, { ...scope, request, noteFailure: () => undefined, ...times });
    });
  });
  await once(sockets, "listening");
  closing = () => sockets.close();
  return { port: (sockets.address() as AddressInfo).port, closed };
}

/** RFC 6455, section 7.1.5: nobody said goodbye. */
const CUT_OFF = 1006;

test("a client that does not read is cut off, and nothing is made for it meanwhile", async () => {
  server = await startTestServer({ appRouter: router });
  made = 0;
  const { port, closed } = await serveShortly({ patienceMs: 500 });
  const { socket, subscribe } = await connect({ port });
  subscribe(1, "pour");
  await once(socket, "message");
  socket.pause();
  expect(await closed).toBe(CUT_OFF);
  // What fits into the buffers of both ends, and not the endless rest.
  expect(made).toBeLessThan(2_000);
  socket.terminate();
});

test("a client that answers pings is kept while it subscribes; one that does not answer is cut off", async () => {
  server = await startTestServer({ appRouter: router });
  const alive = await serveShortly({ pulseMs: 50 });
  const { socket, subscribe, closed } = await connect({ port: alive.port });
  subscribe(1, "wait");
  for (let n = 0; n < 10; n++) await once(socket, "ping");
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.send(JSON.stringify({ id: 1, method: "subscription.stop" }));
  expect(await closed).toBe(1000);
  closing?.();

  const dead = await serveShortly({ pulseMs: 50 });
  const mute = await connect({ port: dead.port, autoPong: false });
  mute.subscribe(1, "wait");
  expect(await dead.closed).toBe(CUT_OFF);
});

test("subscriptions count against the limit of calls", async () => {
  server = await startTestServer({
    appRouter: router,
    settings: { rateLimits: { perUser: 3, perAddress: 3 } },
  });
  const { said, subscribe, socket } = await connect();
  for (let id = 0; id < 4; id++) subscribe(id, "wait");
  await vi.waitFor(() =>
    expect(codes(said).filter(Boolean)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]),
  );
  socket.terminate();
});

test("what offers another upgrade is answered as if it did not", async () => {
  server = await startTestServer({ appRouter: router });
  const answer = await server.send(
    "GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close, Upgrade\r\nUpgrade: h2c\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});
