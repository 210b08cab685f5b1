import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

let server: TestServer;
afterEach(() => server.close());

const SLOW_BODY =
  "POST /api/trpc/rename HTTP/1.1\r\nHost: x\r\nx-binnacle-csrf: 1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
const SLOW_HEADERS = "GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ";

interface SlowClient {
  socket: Socket;
  answer: string;
  isClosed: boolean;
}

/** Sends the beginning at once, then one byte every 100 ms for ever. */
function trickle(port: number, beginning: string): SlowClient {
  const socket = connect(port, "127.0.0.1", () => socket.write(beginning));
  const client: SlowClient = { socket, answer: "", isClosed: false };
  const timer = setInterval(() => socket.writable && socket.write("x"), 100);
  socket.on("data", (chunk) => {
    client.answer += chunk.toString();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    clearInterval(timer);
    client.isClosed = true;
  });
  return client;
}

async function expectAllDropped(limitSeconds: number): Promise<void> {
  server = await startTestServer({ config: { requestTimeoutSeconds: limitSeconds } });
  const startedAt = performance.now();
  const clients = [
    ...Array.from({ length: 100 }, () => trickle(server.port, SLOW_HEADERS)),
    ...Array.from({ length: 100 }, () => trickle(server.port, SLOW_BODY)),
    ...Array.from({ length: 10 }, () => trickle(server.port, "")),
  ];
  while (clients.some(({ isClosed }) => !isClosed)) {
    expect(performance.now() - startedAt).toBeLessThan(limitSeconds * 1000);
    expect((await server.fetch("/api/trpc/whoami")).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(clients.filter(({ answer }) => answer.startsWith("HTTP/1.1 408 ")).length).toBeGreaterThan(
    190,
  );
}

describe("clients that send slowly", () => {
  test("are dropped within the request timeout while others are served", async () => {
    await expectAllDropped(2);
  });

  test("are dropped within 15 s by default", async () => {
    await expectAllDropped(15);
  }, 20_000);
});

describe("a request that is answered before it is whole", () => {
  const LARGE = "Content-Type: application/json\r\nContent-Length: 99999999999\r\n";
  const CHUNKED = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
  const BIG_CHUNK = `1000\r\n${"x".repeat(4096)}\r\n`;

  const OURS = "x-binnacle-csrf: 1\r\n";

  test.each([
    ["announces too much", 413, `POST /api/trpc/rename`, OURS + LARGE],
    ["announces too much to a page", 413, "POST /users", LARGE],
    ["is refused and never sent", 403, "POST /api/trpc/rename", "Content-Length: 100\r\n"],
    ["has the wrong method", 405, "POST /", "Content-Length: 100\r\n"],
    ["grows too large", 413, "POST /api/trpc/rename", `${OURS}${CHUNKED}\r\n${BIG_CHUNK}`],
    ["goes to Hono", 404, "POST /api/none", `${OURS}Content-Length: 100\r\n`],
  ])(
    "because it %s (%i) can be read by its client, and then the connection ends",
    async (...row) => {
      const [, status, line, rest] = row;
      server = await startTestServer({
        config: { bodyLimitBytes: 2048, requestTimeoutSeconds: 2 },
      });
      const startedAt = performance.now();
      const answer = await server.send(`${line} HTTP/1.1\r\nHost: x\r\n${rest}\r\n`);
      expect(performance.now() - startedAt).toBeLessThan(1_200);
      expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual([`HTTP/1.1 ${status}`]);
    },
  );

  test("takes no more of a flood than comes in that moment", async () => {
    server = await startTestServer({ config: { bodyLimitBytes: 2048 } });
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.write(`POST /users HTTP/1.1\r\nHost: x\r\n${LARGE}\r\n`);
    const flood = setInterval(() => socket.writable && socket.write(Buffer.alloc(65_536)), 5);
    const startedAt = performance.now();
    await closed;
    clearInterval(flood);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test("keeps its connection when the rest comes a moment later", async () => {
    server = await startTestServer({ config: { bodyLimitBytes: 2048 } });
    const socket = connect(server.port, "127.0.0.1");
    let answers = "";
    socket.on("data", (chunk) => {
      answers += chunk.toString();
    });
    socket.write(
      `POST /users HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\n${"x".repeat(2000)}`,
    );
    await expect.poll(() => answers).toContain("HTTP/1.1 413 ");
    socket.write("x".repeat(2000));
    await new Promise((resolve) => setTimeout(resolve, 700));
    socket.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(() => answers).toContain("HTTP/1.1 200 ");
    socket.destroy();
  });

  test("leaves the connection of one that was whole open for the next", async () => {
    server = await startTestServer();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<boolean>((resolve, reject) => {
        const asking = get({ port: server.port, path: "/livez", agent }, (answer) =>
          answer.resume().on("end", () => resolve(asking.reusedSocket)),
        ).on("error", reject);
      });
    await ask();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await ask()).toBe(true);
    agent.destroy();
  });
});

describe("draining", () => {
  test("finishes what runs, closes idle connections, refuses new ones", async () => {
    let finish: () => void = () => undefined;
    let hasBegun: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    server = await startTestServer({
      handleNext: (_incoming, outgoing) =>
        new Promise((resolve) => {
          finish = () => outgoing.end("done", resolve);
          hasBegun();
        }),
    });
    const idle = connect(server.port, "127.0.0.1");
    idle.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    await new Promise((resolve) => idle.once("data", resolve));
    const idleClosed = new Promise((resolve) => idle.once("close", resolve));
    const running = server.fetch("/");
    await begun;
    let isDrained = false;
    const drained = server.drain().then(() => {
      isDrained = true;
    });
    await idleClosed;
    await expect(server.fetch("/livez")).rejects.toThrow();
    expect(isDrained).toBe(false);
    finish();
    const answer = await running;
    expect(answer.headers.get("connection")).toBe("close");
    expect(await answer.text()).toBe("done");
    await drained;
  });

  test("loses no request of clients that keep their connections", async () => {
    server = await startTestServer();
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const outcomes: (number | string | undefined)[] = [];
    const ask = () =>
      new Promise<number | string | undefined>((resolve) => {
        get({ port: server.port, path: "/livez", agent }, (answer) => {
          answer.resume().on("end", () => resolve(answer.statusCode));
        }).on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
      });
    const client = async () => {
      while (outcomes.at(-1) !== "ECONNREFUSED") outcomes.push(await ask());
    };
    const clients = Promise.all(Array.from({ length: 16 }, client));
    await expect.poll(() => outcomes.length).toBeGreaterThan(500);
    await server.drain();
    await clients;
    expect(new Set(outcomes)).toEqual(new Set([200, "ECONNREFUSED"]));
    agent.destroy();
  });

  test("does not wait for connections that never sent a request", async () => {
    server = await startTestServer();
    const silent = connect(server.port, "127.0.0.1");
    const partial = connect(server.port, "127.0.0.1");
    partial.write(SLOW_HEADERS);
    await expect
      .poll(
        () => new Promise((resolve) => server.server.getConnections((_, count) => resolve(count))),
      )
      .toBe(2);
    const closed = Promise.all(
      [silent, partial].map(
        (socket) =>
          new Promise((resolve) => socket.on("error", () => undefined).once("close", resolve)),
      ),
    );
    const startedAt = performance.now();
    await server.drain();
    await closed;
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test("of a server that never listened is done at once", async () => {
    server = await startTestServer();
    await server.close();
    await server.drain();
  });
});
