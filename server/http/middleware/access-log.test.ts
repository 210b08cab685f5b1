import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestServer, type TestServer, testActor } from "#server/testing/http.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({
    handleNext: () => new Promise(() => undefined),
  });
});
afterEach(() => server.close());

test("one line tells who asked what and how it went, without the query", async () => {
  const answer = await server.fetch("/api/trpc/whoami?input=%7B%22secret%22%3A1%7D");
  await answer.text();
  await expect.poll(() => server.lines.length).toBe(1);
  expect(server.lines[0]).toMatchObject({
    level: "info",
    msg: "request",
    requestId: answer.headers.get("x-request-id"),
    method: "GET",
    path: "/api/trpc/whoami",
    route: "/api/trpc",
    status: 200,
    address: "127.0.0.1",
    userId: testActor.userId,
    durationMs: expect.any(Number),
    bytes: expect.any(Number),
  });
  expect(server.lines[0]?.bytes).toBeGreaterThan(200);
  expect(JSON.stringify(server.lines)).not.toContain("secret");
});

test("probes are logged at debug level", async () => {
  await server.fetch("/livez");
  await expect.poll(() => server.lines[0]).toMatchObject({ level: "debug", path: "/livez" });
});

test("bytes are counted per request on a kept connection", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let round = 0; round < 2; round++) {
    const request = get({ port: server.port, path: "/api/none", agent });
    const [answer] = (await once(request, "response")) as [IncomingMessage];
    await once(answer.resume(), "end");
    expect(request.reusedSocket).toBe(round > 0);
  }
  await expect.poll(() => server.lines.length).toBe(2);
  expect(server.lines[0]?.bytes).toBe(server.lines[1]?.bytes);
  agent.destroy();
});

test("a client that leaves is marked", async () => {
  const socket = connect(server.port, "127.0.0.1", () =>
    socket.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"),
  );
  await expect
    .poll(async () => (await server.services.metrics.requestsInFlight.get()).values[0]?.value)
    .toBe(1);
  socket.destroy();
  await expect.poll(() => server.lines[0]).toMatchObject({ path: "/slow", isAborted: true });
});
