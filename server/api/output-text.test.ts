import fc from "fast-check";
import superjson from "superjson";
import { describe, expect, test } from "vitest";
import { writeOutput } from "./output-text.ts";
import { encodeText } from "./utf8-text.ts";

const shared = { at: new Date(0) };
const sparse: unknown[] = [1];
sparse[3] = new Date(0);
const named = Object.assign([1, 2], { extra: new Date(0) });

describe("the bytes on the wire are superjson's", () => {
  test.each<[string, unknown]>([
    ["a row", { id: "1", roles: ["owner"], createdAt: new Date(1), seenAt: null, version: 3 }],
    [
      "rows in a page",
      { items: [{ at: new Date(1) }, { at: new Date(2), inner: { at: new Date(3) } }] },
    ],
    ["undefined in an object", { a: undefined, b: { c: undefined } }],
    ["undefined in an array", [1, undefined, [undefined]]],
    ["numbers that JSON cannot write", [Number.NaN, Infinity, -Infinity, -0, 0]],
    ["an invalid date", { at: new Date(Number.NaN) }],
    ["a date alone", new Date(1)],
    ["text alone", "text"],
    ["nothing", undefined],
    ["null", null],
    ["a bigint", { n: 1n }],
    [
      "a map, a set, a URL and an expression",
      [new Map([[1, 2]]), new Set([1]), new URL("http://a"), /a/g],
    ],
    ["an error", { error: new Error("no") }],
    ["bytes", { bytes: new Uint8Array([1, 2]) }],
    ["a function", { f: () => 1, g: 1 }],
    ["one object in two places", { a: shared, b: shared, c: [shared] }],
    ["one date in two places", { a: shared.at, b: shared.at }],
    ["keys with dots and backslashes", { "a.b": new Date(1), "c\\d": { e: new Date(2) } }],
    ["empty keys", { "": new Date(1), a: { "": new Date(1) } }],
    ["a sparse array", { list: sparse }],
    ["an array with names", { list: named }],
    ["an object without a prototype", Object.assign(Object.create(null), { at: new Date(1) })],
    [
      "an instance of a class",
      {
        thing: new (class Thing {
          at = new Date(1);
        })(),
      },
    ],
    ["empty containers", { a: [], b: {} }],
  ])("%s", (_, data) => {
    expect(outputText(data)).toBe(superjson.stringify(data));
  });

  test("anything made of these", () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constantFrom(null, undefined, shared),
      fc.bigInt(),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("tree")),
        fc.dictionary(fc.string(), tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        const expected = attempt(() => superjson.stringify(data));
        expect(attempt(() => outputText(data))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("what superjson refuses is refused", () => {
  expect(() => outputText({ a: { constructor: 1 } })).toThrow("prototype pollution");
});

test("a circle is answered as superjson does", () => {
  const circle: Record<string, unknown> = { at: new Date(1) };
  circle.self = circle;
  expect(outputText(circle)).toBe(superjson.stringify(circle));
});

function attempt(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

function outputText(data: unknown): string {
  return encodeText((out) => writeOutput(data, out)).toString();
}
