import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { writeEventStream } from "./event-stream.ts";

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function serve(
  values: (signal: AbortSignal) => AsyncIterable<unknown>,
  times: { patienceMs?: number; pingMs?: number } = {},
) {
  const ends: Promise<void>[] = [];
  const server = createServer((_, outgoing) => {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    const { signal } = gone;
    const options = { serialize: (value: unknown) => value, signal };
    ends.push(writeEventStream(outgoing, values(signal), { ...options, ...times }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all(ends);
  };
  return (server.address() as AddressInfo).port;
}

test("a client that does not read is cut off, and holds no more than the socket takes", async () => {
  let made = 0;
  const port = await serve(
    async function* (signal) {
      while (!signal.aborted) {
        made += 1;
        yield "x".repeat(10_000);
      }
    },
    { patienceMs: 500 },
  );
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  socket.pause();
  const at = performance.now();
  let before = -1;
  while (made === 0 || made !== before) {
    before = made;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const gone = once(socket, "close");
  socket.on("error", () => undefined);
  socket.resume();
  await gone;
  expect(performance.now() - at).toBeLessThan(5_000);
  // What fits into the buffers of both ends, and not the endless rest.
  expect(made).toBeLessThan(2_000);
});

test("the end of the values is the end of the connection, without a word that makes clients stay away", async () => {
  const port = await serve(async function* () {
    yield 1;
    yield { a: "x\ny" };
  });
  const text = await (await fetch(`http://127.0.0.1:${port}`)).text();
  expect(text).toMatch(/^retry: 1000\nevent: connected\n/);
  expect(text).toContain('data: 1\n\ndata: {"a":"x\\ny"}\n\n');
  expect(text).not.toContain("event: return");
});

test("a ping tells a client that all is well, and how far it has come", async () => {
  let place = 7;
  async function* nothing(signal: AbortSignal) {
    if (!signal.aborted) await once(signal, "abort");
    yield "never";
  }
  const port = await serve(
    (signal) => Object.assign(nothing(signal), { standsAt: () => String(place) }),
    { pingMs: 20 },
  );
  const leaving = new AbortController();
  const { body } = await fetch(`http://127.0.0.1:${port}`, { signal: leaving.signal });
  let text = "";
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes("event: ping\nid: 7\ndata: \n\n")) place = 9;
    if (text.includes("event: ping\nid: 9\ndata: \n\n")) break;
  }
  expect(text).toMatch(/^retry: 1000\nevent: connected\nid: 7\ndata: /);
  leaving.abort();
});
