import { randomBytes } from "node:crypto";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import type { ServedResponse } from "#server/http/exchange.ts";
import { startTestServer, type TestServer } from "#server/testing/http.ts";
import { requestRaw } from "#server/testing/raw-request.ts";

let server: TestServer;
afterEach(() => server.close());

const DECODERS = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };
const TEXT = "<p>Grüße, Ada & Grace</p>\n".repeat(200);
const LARGE = TEXT.repeat(30);
const sizeOf = (text: string) => String(Buffer.byteLength(text));
const INPUTS = Array.from({ length: 20 }, (_, i) => [
  i,
  { json: { name: `Zoë ${i} `.repeat(12) } },
]);
const BATCH = `/api/trpc/${Array(20).fill("greet").join()}?batch=1&input=${encodeURIComponent(
  JSON.stringify(Object.fromEntries(INPUTS)),
)}`;

type Answer = (outgoing: ServedResponse) => void;

async function start(answer: Answer = whole()) {
  server = await startTestServer({
    handleNext: async (_incoming, outgoing) => answer(outgoing as ServedResponse),
  });
}

const ask = (path: string, accepted?: string, method?: string) =>
  requestRaw(server.url + path, { accepted, method });

function whole(headers: Record<string, string> = {}, body: string | Buffer = TEXT): Answer {
  return (outgoing) => {
    outgoing.writeHead(200, "Fine", { "Content-Type": "text/html", ...headers });
    outgoing.end(body);
  };
}

function inPieces(outgoing: ServedResponse): void {
  outgoing.setHeader("Content-Type", "text/html; charset=utf-8");
  outgoing.flushHeaders();
  outgoing.write(TEXT);
  outgoing.write(Buffer.from("€").subarray(0, 1));
  outgoing.write(Buffer.from("€").subarray(1));
  outgoing.write("4142", "hex");
  outgoing.end(TEXT);
}

describe.each(Object.entries(DECODERS))("with %s", (coding, decode) => {
  test("a tRPC answer decodes to the plain one and is announced with its size", async () => {
    await start();
    const plain = await ask(BATCH);
    const { headers, body } = await ask(BATCH, coding);
    expect(headers).toMatchObject({
      "content-encoding": coding,
      "content-length": String(body.length),
      "content-type": "application/json",
    });
    expect(body.length).toBeLessThan(plain.body.length);
    expect(decode(body).equals(plain.body)).toBe(true);
  });

  test("so does one of Hono", async () => {
    await start();
    const { headers, body } = await ask("/metrics", coding);
    expect(headers["content-encoding"]).toBe(coding);
    expect(decode(body).toString()).toContain("# HELP");
  });

  test.each([
    ["whole", whole(), true],
    ["whole and announced", whole({ "Content-Length": sizeOf(TEXT) }), true],
    ["large", whole({}, LARGE), false],
    ["large and announced", whole({ "Content-Length": sizeOf(LARGE) }, LARGE), false],
    ["in pieces", inPieces, false],
  ])("so does a page that is written %s", async (_how, answer, isSized) => {
    await start(answer);
    const plain = await ask("/");
    const { headers, body, status } = await ask("/", coding);
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers["content-length"]).toBe(isSized ? String(body.length) : undefined);
    expect(body.length).toBeLessThan(plain.body.length);
    expect(decode(body).equals(plain.body)).toBe(true);
  });
});

describe("an answer stays as it is", () => {
  test.each([
    ["when nothing is asked for", whole(), undefined],
    ["when identity is preferred", whole(), "identity, gzip;q=0.5"],
    ["when it is short", whole({}, TEXT.slice(0, 900)), "gzip"],
    ["when it is empty", whole({}, ""), "gzip"],
    ["when it ends without a body", (outgoing: ServedResponse) => outgoing.end(), "gzip"],
    ["when it is announced as short", whole({ "Content-Length": "4" }, "<p/>"), "gzip"],
    ["when it would not shrink", whole({}, randomBytes(5000)), "gzip"],
    ["when its type is compressed", whole({ "Content-Type": "image/png" }), "gzip"],
    ["when it has no type", (outgoing: ServedResponse) => outgoing.end(TEXT), "gzip"],
    ["when it is encoded already", whole({ "Content-Encoding": "custom" }), "gzip"],
    [
      "when it must not be transformed",
      whole({ "Cache-Control": "max-age=1,no-transform" }),
      "gzip",
    ],
    ["when it is a part", withStatus(206), "gzip"],
    ["when it has no content", withStatus(204), "gzip"],
  ])("%s", async (_when, answer, accepted) => {
    await start(answer);
    const plain = await ask("/");
    const { headers, body, status } = await ask("/", accepted);
    expect(status).toBe(plain.status);
    expect(headers["content-encoding"]).toBe(plain.headers["content-encoding"]);
    expect(headers["content-length"]).toBe(plain.headers["content-length"]);
    expect(body.equals(plain.body)).toBe(true);
  });

  test("when next-auth gives it: its token stands in it", async () => {
    await start();
    const { headers, body } = await ask("/api/auth/csrf", "gzip");
    expect([headers["content-encoding"], headers.vary]).toEqual([undefined, undefined]);
    expect(body.toString()).toBe(TEXT);
  });

  test("when it is a stream of events", async () => {
    await start();
    const { headers, body } = await ask("/api/trpc/count", "gzip");
    expect(headers["content-type"]).toBe("text/event-stream");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toContain("data: ");
  });
});

function withStatus(status: number): Answer {
  return (outgoing) => {
    outgoing.writeHead(status, { "Content-Type": "text/html", "Content-Length": sizeOf(TEXT) });
    outgoing.end(TEXT);
  };
}

describe("Vary", () => {
  test.each([undefined, "gzip", "identity"])(
    "names Accept-Encoding wherever it matters, asked for %j or not",
    async (accepted) => {
      await start();
      for (const path of ["/", BATCH, "/api/trpc/none", "/api/none", "/livez", "/%zz"]) {
        expect((await ask(path, accepted)).headers.vary, path).toBe("Accept-Encoding");
      }
    },
  );

  test("is added to what is there, once", async () => {
    await start(whole({ Vary: "rsc, next-url" }));
    expect((await ask("/", "gzip")).headers.vary).toBe("rsc, next-url, Accept-Encoding");
    await server.close();
    await start(whole({ Vary: "accept-encoding" }));
    expect((await ask("/", "gzip")).headers.vary).toBe("accept-encoding");
  });

  test("is left out where the encoding never depends on the request", async () => {
    await start(whole({ "Content-Type": "image/png" }));
    expect((await ask("/", "gzip")).headers.vary).toBeUndefined();
  });
});

describe("a strong ETag", () => {
  test("is weak with an encoded body and with the 304 to it, strong with a plain one", async () => {
    const tag = async (accepted?: string) => (await ask("/", accepted)).headers.etag;
    await start(whole({ ETag: '"1"' }));
    expect([await tag("gzip"), await tag()]).toEqual(['W/"1"', '"1"']);
    await server.close();
    await start((outgoing) => outgoing.writeHead(304, { ETag: '"1"' }).end());
    expect([await tag("gzip"), await tag()]).toEqual(['W/"1"', '"1"']);
    expect((await ask("/", "gzip")).headers.vary).toBe("Accept-Encoding");
    await server.close();
    await start(whole({ ETag: 'W/"1"' }));
    expect(await tag("gzip")).toBe('W/"1"');
  });
});

describe("HEAD", () => {
  test.each([
    ["/", whole({ "Content-Length": sizeOf(TEXT), ETag: '"1"', "Accept-Ranges": "bytes" })],
    ["/", whole()],
    [BATCH, whole()],
  ])(
    "says of %s what GET says, but for the size that only encoding tells",
    async (path, answer) => {
      await start(answer);
      const get = await ask(path, "zstd");
      const head = await ask(path, "zstd", "HEAD");
      const shown = ["content-encoding", "content-type", "vary", "etag", "accept-ranges"];
      for (const name of shown) expect(head.headers[name], name).toBe(get.headers[name]);
      expect(get.headers["accept-ranges"]).toBeUndefined();
      expect(head.headers["content-length"]).toBeUndefined();
      expect([head.status, head.body.length]).toEqual([get.status, 0]);
    },
  );

  test("tells the size of what would not be encoded", async () => {
    await start(whole({ "Content-Length": "4" }, "<p/>"));
    const { headers } = await ask("/", "zstd", "HEAD");
    expect([headers["content-length"], headers["content-encoding"]]).toEqual(["4", undefined]);
  });
});

test("the access log counts the bytes that were sent", async () => {
  await start();
  await ask(BATCH);
  const { body } = await ask(BATCH, "zstd");
  const bytes = () => server.lines.filter(({ msg }) => msg === "request").map((line) => line.bytes);
  await expect.poll(bytes).toHaveLength(2);
  const [plain, encoded] = bytes() as [number, number];
  expect(encoded).toBeGreaterThan(body.length);
  expect(encoded).toBeLessThan(plain - 200);
});
