import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "#server/testing/http.ts";

const LIMIT_BYTES = 2048;
let server: TestServer;
let pagesServed = 0;
beforeEach(async () => {
  pagesServed = 0;
  server = await startTestServer({
    config: { bodyLimitBytes: LIMIT_BYTES },
    handleNext: async (incoming, outgoing) => {
      pagesServed += 1;
      incoming.resume();
      outgoing.end("page");
    },
  });
});
afterEach(() => server.close());

const JSON_HEADERS = { "Content-Type": "application/json", "x-binnacle-csrf": "1" };
const input = (sizeBytes: number) => JSON.stringify({ json: { name: "x".repeat(sizeBytes) } });

function chunked(path: string, text: string): string {
  const chunks = text.match(/.{1,512}/gs) ?? [];
  const body = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
  return `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-binnacle-csrf: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${body}0\r\n\r\n`;
}

describe("a body", () => {
  test("within the limit is read, whole or in chunks", async () => {
    const whole = await server.fetch("/api/trpc/rename", {
      method: "POST",
      headers: JSON_HEADERS,
      body: input(10),
    });
    expect(whole.status).toBe(200);
    expect(await server.send(chunked("/api/trpc/rename", input(10)))).toMatch(/^HTTP\/1.1 200 /);
  });

  test("that announces more is refused before it is sent", async () => {
    const answer = await server.send(
      `POST /api/trpc/rename HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-binnacle-csrf: 1\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test("that grows past the limit while it streams is refused", async () => {
    const answer = await server.send(chunked("/api/trpc/rename", input(LIMIT_BYTES * 3)));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('"code":"PAYLOAD_TOO_LARGE"');
  });

  test("for Next is limited too and must announce its size", async () => {
    expect(await server.send(chunked("/api/auth/signout", "csrfToken=1"))).toMatch(
      /^HTTP\/1.1 413 /,
    );
    const announced = await server.fetch("/api/auth/signout", {
      method: "POST",
      body: "x".repeat(LIMIT_BYTES + 1),
    });
    expect(announced.status).toBe(413);
    expect(pagesServed).toBe(0);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=latin1",
    "",
  ])("of type %j is refused by tRPC", async (type) => {
    const answer = await server.fetch("/api/trpc/rename", {
      method: "POST",
      headers: { ...JSON_HEADERS, "Content-Type": type },
      body: input(10),
    });
    expect(answer.status).toBe(415);
  });

  test("in another encoding is refused", async () => {
    const answer = await server.fetch("/api/trpc/rename", {
      method: "POST",
      headers: { ...JSON_HEADERS, "Content-Encoding": "gzip" },
      body: input(10),
    });
    expect(answer.status).toBe(415);
  });
});
