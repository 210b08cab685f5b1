import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, type IncomingMessage } from "node:http";
import { createBrotliDecompress, createGunzip, createZstdDecompress, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { openRaw, requestRaw } from "#server/testing/raw-request.ts";
import { ENCODERS } from "./content-coding.ts";
import type { ServedResponse } from "./exchange.ts";

let server: TestServer;
let answer: (outgoing: ServedResponse) => Promise<unknown>;
beforeEach(async () => {
  server = await startTestServer({
    handleNext: async (_incoming, outgoing) => {
      outgoing.setHeader("Content-Type", "text/html");
      await answer(outgoing as ServedResponse);
    },
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

const PIECE = "<p>Ada</p>".repeat(200);
/** Never the same twice: zstd and br would find it in their window. */
const NOISE_BYTES = 32 * 1024;
const lineOf = (msg: string) => server.lines.find((line) => line.msg === msg);

describe.each([
  ["zstd", createZstdDecompress],
  ["br", createBrotliDecompress],
  ["gzip", createGunzip],
])("a page that is streamed with %s", (accepted, createDecoder) => {
  test("arrives piece by piece", async () => {
    const pieces: Array<() => void> = [];
    answer = async (outgoing) => {
      outgoing.flushHeaders();
      for (const text of ["<html>", "<p>Ada", "</p></html>"]) {
        await new Promise<void>((resolve) => pieces.push(resolve));
        outgoing.write(text);
      }
      outgoing.end();
    };
    const incoming = await openRaw(server.url, { accepted });
    const decoder = incoming.pipe(createDecoder()).setEncoding("utf8");
    const isOver = once(decoder, "end");
    let seen = "";
    decoder.on("data", (text: string) => {
      seen += text;
    });
    for (const whole of ["<html>", "<html><p>Ada", "<html><p>Ada</p></html>"]) {
      await expect.poll(() => pieces.length).toBe(1);
      pieces.pop()?.();
      await expect.poll(() => seen).toBe(whole);
    }
    await isOver;
  });

  test("waits for a slow client, and its encoder goes with one that leaves", async () => {
    const stream = vi.spyOn(ENCODERS[accepted as "gzip"], "stream");
    let sentBytes = 0;
    answer = async (outgoing) => {
      let goOn: () => void = () => undefined;
      for (const event of ["drain", "close"]) outgoing.on(event, () => goOn());
      while (!outgoing.destroyed) {
        sentBytes += NOISE_BYTES;
        if (outgoing.write(randomBytes(NOISE_BYTES))) continue;
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      }
    };
    const incoming = await openRaw(server.url, { accepted });
    const isResting = async () => {
      const before = sentBytes;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return sentBytes === before;
    };
    await expect.poll(isResting, { timeout: 10_000 }).toBe(true);
    const restedAt = sentBytes;
    await readBytes(incoming, 4 * 1024 * 1024);
    await expect.poll(() => sentBytes).toBeGreaterThan(restedAt);
    incoming.destroy();
    await expect.poll(() => lineOf("request")).toMatchObject({ isAborted: true });
    const encoder = stream.mock.results[0]?.value;
    await expect.poll(() => encoder.destroyed && encoder.closed).toBe(true);
    expect(lineOf("compression failed")).toBeUndefined();
  });
});

async function readBytes(incoming: IncomingMessage, atLeast: number): Promise<void> {
  let bytes = 0;
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await expect.poll(() => bytes).toBeGreaterThan(atLeast);
  incoming.pause();
}

test("a connection serves one encoded answer after the other", async () => {
  answer = async (outgoing) => {
    outgoing.write(PIECE);
    await new Promise<void>((resolve) => outgoing.end(PIECE, resolve));
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set<unknown>();
  for (let turn = 0; turn < 3; turn += 1) {
    const incoming = await openRaw(server.url, { accepted: "gzip", agent });
    const body = Buffer.concat(await incoming.toArray());
    expect(gunzipSync(body).toString()).toBe(PIECE + PIECE);
    sockets.add(incoming.socket);
  }
  expect(sockets.size).toBe(1);
  agent.destroy();
});

test("requests that are sent at once are answered in their order", async () => {
  let count = 0;
  answer = async (outgoing) => {
    count += 1;
    const own = `${count}${PIECE}`;
    // The first is the slowest.
    if (count === 1) await new Promise((resolve) => setTimeout(resolve, 50));
    if (count === 2) outgoing.end(own);
    else {
      outgoing.write(own);
      outgoing.end();
    }
  };
  const ask = (last: string) => `GET / HTTP/1.0\r\nHost: x\r\nAccept-Encoding: gzip\r\n${last}\r\n`;
  const keep = ask("").replace("1.0", "1.1");
  const text = await server.send(keep + keep + ask(""));
  const bodies = text.split("HTTP/1.1 200 OK\r\n").slice(1).map(readAnswer);
  expect(bodies).toEqual([`1${PIECE}`, `2${PIECE}`, `3${PIECE}`]);
});

/** The text of an answer in latin1, chunked or not. */
function readAnswer(text: string): string {
  const start = text.indexOf("\r\n\r\n") + 4;
  const head = text.slice(0, start).toLowerCase();
  expect(head).toContain("content-encoding: gzip");
  let body = text.slice(start);
  if (head.includes("chunked")) {
    let rest = body;
    body = "";
    for (;;) {
      const [line = ""] = rest.split("\r\n", 1);
      const size = Number.parseInt(line, 16);
      if (!size) break;
      body += rest.slice(line.length + 2, line.length + 2 + size);
      rest = rest.slice(line.length + 2 + size + 2);
    }
  }
  return gunzipSync(Buffer.from(body, "latin1")).toString();
}

test("an encoder that fails cuts its answer off and nothing else", async () => {
  const stream = vi.spyOn(ENCODERS.gzip, "stream");
  answer = async (outgoing) => outgoing.write(PIECE);
  const incoming = await openRaw(server.url, { accepted: "gzip" });
  stream.mock.results[0]?.value.destroy(new Error("broken encoder"));
  await expect(incoming.toArray()).rejects.toThrow("aborted");
  expect(lineOf("compression failed")).toMatchObject({ err: { message: "broken encoder" } });
  expect((await requestRaw(`${server.url}/livez`)).status).toBe(200);
});

test("what is written after the end is a fault of that answer only", async () => {
  answer = async (outgoing) => {
    outgoing.write(PIECE);
    outgoing.end();
    outgoing.end();
    outgoing.write("more");
  };
  const incoming = await openRaw(server.url, { accepted: "gzip" }).catch(() => undefined);
  await incoming?.toArray().catch(() => undefined);
  expect((await requestRaw(`${server.url}/livez`)).status).toBe(200);
});

test("a page that fails once it has begun is cut off, one that fails before is answered as a fault", async () => {
  answer = async (outgoing) => {
    outgoing.write(PIECE);
    throw new Error("late");
  };
  await expect(requestRaw(server.url, { accepted: "gzip" })).rejects.toThrow();
  answer = async (outgoing) => {
    outgoing.writeHead(200, { "Content-Length": "5000" });
    throw new Error("early");
  };
  const { status, headers, body } = await requestRaw(server.url, { accepted: "gzip" });
  expect([status, headers["content-encoding"]]).toEqual([500, undefined]);
  expect(body.toString()).toContain("Something went wrong.");
});
