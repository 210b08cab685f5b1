import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHost, readRequestTarget } from "./request-target.ts";

describe("a request target", () => {
  test("is split into path and query", () => {
    expect(readRequestTarget("/api/trpc/a,b?batch=1&input=%7B%7D")).toEqual({
      path: "/api/trpc/a,b",
      query: "?batch=1&input=%7B%7D",
      isRefused: false,
    });
  });

  test("in absolute form names the same path", () => {
    expect(readRequestTarget("http://evil.example/livez?x=1")).toEqual({
      path: "/livez",
      query: "?x=1",
      isRefused: false,
    });
  });

  test.each(["/", "/users/na%20me", "/users/%E2%9C%93", "/a.b/c~d", "/.well-known/x", "/a..b"])(
    "in normal form is accepted: %s",
    (url) => expect(readRequestTarget(url)).toMatchObject({ path: url, isRefused: false }),
  );

  test.each([
    "",
    "*",
    "livez",
    "//livez",
    "/api//trpc",
    "/./livez",
    "/api/../livez",
    "/api/..",
    "/api/..;/livez",
    "/api/.;/livez",
    "/%zz",
    "/%",
    "/%2e%2e/livez",
    "/api%2ftrpc",
    "/api%5Ctrpc",
    "/api\\trpc",
    "/%00",
    "/%0d%0aX: y",
    "/%ff",
    "/%61pi/trpc/whoami",
    "/api/trpc/%77hoami",
    "/%7euser",
    "/%5f",
    "/%30",
    "/caf\u00e9",
    "/a b",
    "/livez#x",
    "/livez?%zz",
    "/livez?a=\u00e9",
    "/livez?a=\u0000",
    "http://",
    "ftp://x/livez",
  ])("that could be read in two ways is refused: %s", (url) => {
    expect(readRequestTarget(url).isRefused).toBe(true);
  });

  test("that is accepted survives URL parsing unchanged", () => {
    const piece = fc.constantFrom(
      "/",
      ".",
      "..",
      "%2e",
      "%41",
      "a",
      "api",
      ";",
      "\\",
      "%5c",
      "//",
      "%",
      "\t",
      "@",
      ":",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const url = `/${pieces.join("")}`;
        const target = readRequestTarget(url);
        if (!target.isRefused) expect(new URL(`http://h${url}`).pathname).toBe(target.path);
      }),
      { numRuns: 5000 },
    );
  });
});

test.each([
  ["binnacle.example:8080", true],
  ["[::1]:3000", true],
  ["127.0.0.1", true],
  ["", false],
  ["a/b", false],
  ["user@host", false],
  ["host:port", false],
  ["a b", false],
  [undefined, false],
])("whether %s is a host: %s", (host, expected) => expect(isHost(host)).toBe(expected));
