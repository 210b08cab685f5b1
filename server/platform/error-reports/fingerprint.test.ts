import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf, generalise, likenessOf, type Place } from "./fingerprint.ts";

const PLACE: Place = { kind: "procedure", place: "users.get" };
const of = (message: string, stack?: string) =>
  likenessOf(PLACE, { name: "TypeError", message, stack }).fingerprint;

test("errors that differ by ids, numbers, addresses and quoted texts alone are alike", () => {
  const quotable = fc.string().map((text) => text.replaceAll(/["\n\\]/g, ""));
  const address = fc.stringMatching(/^[a-z]{1,9}$/).map((name) => `${name}@example.com`);
  const values = fc.tuple(fc.uuid(), fc.integer(), address, quotable);
  const say = ([id, number, to, text]: [string, number, string, string]) =>
    of(`User ${id} at place ${number} of <${to}> said "${text}"`);
  fc.assert(
    fc.property(values, values, (one, other) => {
      expect(say(one)).toBe(say(other));
    }),
  );
});

test("errors of other words, names, places or functions are not alike", () => {
  const base = of("The disk is full");
  expect(of("The disk is slow")).not.toBe(base);
  expect(of("The disk is full", "Error\n    at write (/app/server/disk.ts:1:2)")).not.toBe(base);
  const facts = { name: "TypeError", message: "The disk is full", stack: undefined };
  expect(likenessOf({ ...PLACE, place: "users.list" }, facts).fingerprint).not.toBe(base);
  expect(likenessOf({ ...PLACE, kind: "job" }, facts).fingerprint).not.toBe(base);
  expect(likenessOf(PLACE, { ...facts, name: "RangeError" }).fingerprint).not.toBe(base);
});

test("where the program lies and which lines its functions begin on changes nothing", () => {
  const at = (root: string, line: number) =>
    of(
      "Broken",
      `TypeError: Broken\n    at find (${root}/server/domains/users/queries.ts:${line}:9)\n    at x (${root}/node_modules/y/z.js:${line}:1)`,
    );
  expect(at("/srv/app", 12)).toBe(at("file:///home/ada/binnacle", 99));
});

test("of a failed query its cause speaks: the values are left out", () => {
  const cause = new Error('relation "users" does not exist');
  const error = new Error("Failed query: select 1\nparams: secret-value", { cause });
  const facts = factsOf(error);
  expect(facts.message).toBe('relation "users" does not exist');
  expect(JSON.stringify(facts)).not.toContain("secret-value");
});

test("whatever is thrown has facts", () => {
  const anything = fc.anything({ withNullPrototype: true, key: fc.constantFrom(...KEYS) });
  const isTold = (thrown: unknown) => {
    const { name, message, fingerprint } = likenessOf(PLACE, factsOf(thrown));
    return [name, message, fingerprint].every((text) => typeof text === "string");
  };
  fc.assert(fc.property(anything, isTold), { numRuns: 2_000 });
  fc.assert(
    fc.property(anything, (parts) => isTold(Object.assign(new Error("no"), parts))),
    { numRuns: 500 },
  );
  expect(factsOf("no").message).toBe("no");
  expect(factsOf(undefined).message).toBe("undefined");
});

const KEYS = ["name", "message", "stack", "cause", "toString", "valueOf", "other"];

test("what cannot be told, or throws when it is looked at, has facts as well", () => {
  const evil = new Proxy(
    {},
    {
      get() {
        throw new Error("Hands off");
      },
    },
  );
  const untold = "Something that cannot be told";
  for (const thrown of [evil, { toString: {} }, Object.create(null)]) {
    expect(factsOf(thrown)).toEqual({ name: "Error", message: untold, stack: undefined });
  }
  expect(factsOf(Symbol("x")).message).toBe("Symbol(x)");
});

test.each([
  ["took 5,000 ms", "took <n> ms"],
  [
    "Cannot read properties of undefined (reading 'email')",
    "Cannot read properties of undefined (reading <text>)",
  ],
  ["it's not Ada's", "it's not Ada's"],
  ["token 9f86d081884c7d659a2feaa0", "token <hex>"],
])("%j is told as %j", (message, told) => {
  expect(generalise(message)).toBe(told);
});

test("a message of a million characters is told at once, and is cut with its stack", () => {
  const long = "x".repeat(1_000_000);
  const error = new Error(long);
  const begunAt = performance.now();
  const facts = factsOf(error);
  likenessOf(PLACE, facts);
  likenessOf(PLACE, { name: "Error", message: `${long}@${long}`, stack: undefined });
  expect(performance.now() - begunAt).toBeLessThan(500);
  expect(facts.message).toHaveLength(8_000);
  expect(facts.stack).toContain("fingerprint.test.ts");
});

test("what Postgres cannot hold is left out of the facts", () => {
  const error = Object.assign(new Error("no\0pe \ud800!"), { name: "Odd\0Error" });
  const { name, message, stack } = factsOf(error);
  expect([name, message]).toEqual(["OddError", "nope \ufffd!"]);
  expect(stack?.isWellFormed() && !stack.includes("\0")).toBe(true);
  const cutInTwo = factsOf(new Error(`${"x".repeat(7_999)}\u{1f600}`)).message;
  expect(cutInTwo.isWellFormed()).toBe(true);
});
