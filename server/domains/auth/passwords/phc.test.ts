import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePhc, parsePhc } from "./phc.ts";

const salt = Buffer.alloc(16, 7);
const hash = Buffer.alloc(32, 9);
const cost = { memoryKib: 19_456, passes: 2, parallelism: 1 };
const encoded = encodePhc({ cost, salt, hash });

test("a hash is written in the PHC string format and read back", () => {
  expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(parsePhc(encoded)).toEqual({ cost, salt, hash });
});

test.each([
  "",
  "password",
  "$argon2id$",
  encoded.replace("argon2id", "argon2i"),
  encoded.replace("v=19", "v=16"),
  encoded.replace("m=19456", "m=0"),
  encoded.replace("m=19456", "m=-1"),
  encoded.replace("m=19456", "m=9999999"),
  encoded.replace("m=19456", "m=019456"),
  encoded.replace("t=2", "t=0"),
  encoded.replace("p=1", "p=0"),
  encoded.replace("m=19456,t=2,p=1", "m=8,t=1,p=2"),
  encoded.slice(0, -30),
  `${encoded}=`,
  `${encoded}\n`,
  `${encoded}$`,
  "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
])("%j is not one of our hashes", (text) => {
  expect(parsePhc(text)).toBeNull();
});

test("nothing that a column may hold makes the parser throw", () => {
  const nearly = fc
    .tuple(fc.nat(encoded.length), fc.string())
    .map(([at, text]) => encoded.slice(0, at) + text + encoded.slice(at + text.length));
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      const parsed = parsePhc(text);
      return parsed === null || encodePhc(parsed) === text;
    }),
    { numRuns: 2_000 },
  );
});
