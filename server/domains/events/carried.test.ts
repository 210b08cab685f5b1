import { connect } from "node:net";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import superjson from "superjson";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRouter } from "#server/api/trpc.ts";
import { record } from "#server/domains/audit/service.ts";
import type { UserActor } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { eventsRouter } from "./router.ts";
import type { Told } from "./schema.ts";

const router = createRouter({ events: eventsRouter });

let world: TestWorld;
let server: TestServer;
let viewer: UserActor;
/** What it takes until it is known who asks. */
let findOut: () => Promise<void>;

beforeEach(async () => {
  world = await createTestWorld();
  await world.services.events.start();
  viewer = world.as(await world.createUser()).actor;
  findOut = async () => undefined;
  server = await startTestServer({
    appRouter: router,
    parts: world.services,
    async createContext(_cookies, request) {
      const rightsAsOf = world.services.events.head();
      await findOut();
      return { ...world.services, actor: viewer, request, rightsAsOf, setCookies: [] };
    },
  });
});
afterEach(async () => {
  await server.close();
  await world.close();
});

const ADDRESS = `/api/trpc/events.subscribe?input=${encodeURIComponent('{"json":{}}')}`;
const openStreams = () => world.services.events.streams.describe().open;
const SOON = { timeout: 5_000, interval: 20 };

async function happen(action: "user.updated" | "role.updated", id: string): Promise<void> {
  const ctx = world.anonymous();
  const type = action === "role.updated" ? "role" : "user";
  await inTransaction(ctx, (tx) => record(tx, ctx, { action, subject: { type, id } }));
}

test("over WebSocket who has been told nothing yet loses nothing when the connection ends", async () => {
  const person = await world.createUser();
  const closes = vi.fn();
  const client = createWSClient({
    url: `ws://127.0.0.1:${server.port}/api/trpc`,
    retryDelayMs: () => 500,
    onClose: closes,
  });
  const trpc = createTRPCClient<typeof router>({
    links: [wsLink({ client, transformer: superjson })],
  });
  const seen: { id: string; data: Told }[] = [];
  trpc.events.subscribe.subscribe({}, { onData: (value) => void seen.push(value) });
  await vi.waitFor(() => expect(openStreams()).toBe(1), SOON);
  // Ends the stream of everybody, and of this a viewer learns nothing.
  await happen("role.updated", "support");
  await vi.waitFor(() => expect(closes).toHaveBeenCalled(), SOON);
  await happen("user.updated", person.id);
  await vi.waitFor(() => expect(seen).toHaveLength(2), SOON);
  expect(seen).toMatchObject([
    { id: "0", data: "missed" },
    { id: "2", data: { subjectId: person.id } },
  ]);
  await client.close();
});

test("over HTTP who comes without an id is given one with the first frame", async () => {
  await happen("role.updated", "support");
  await vi.waitFor(() => expect(world.services.events.head()).toBe(1), SOON);
  const leaving = new AbortController();
  const { signal } = leaving;
  const { body } = await server.fetch(ADDRESS, { signal });
  const first = await body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toContain("event: connected\nid: 1\n");
  leaving.abort();
  await vi.waitFor(() => expect(openStreams()).toBe(0), SOON);
});

test("who leaves while it is being found out who they are leaves no stream behind", async () => {
  const found = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  findOut = () => {
    asked.resolve();
    return found.promise;
  };
  const entered = vi.spyOn(world.services.events.streams, "enter");
  const socket = connect(server.port, "127.0.0.1");
  socket.write(`GET ${ADDRESS} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await asked.promise;
  socket.destroy();
  await vi.waitFor(() => expect(connectionsOf(server)).resolves.toBe(0), SOON);
  found.resolve();
  await vi.waitFor(() => expect(entered).toHaveBeenCalled(), SOON);
  await vi.waitFor(() => expect(openStreams()).toBe(0), SOON);
});

const connectionsOf = ({ server: http }: TestServer) =>
  new Promise<number>((resolve) => http.getConnections((_, count) => resolve(count)));
