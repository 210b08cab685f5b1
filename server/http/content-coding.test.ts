import { expect, test } from "vitest";
import { chooseCoding } from "./content-coding.ts";

test.each([
  ["gzip, deflate, br, zstd", "zstd"],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate", "gzip"],
  ["GZip", "gzip"],
  ["x-gzip", "gzip"],
  ["zstd;q=0.5, br;q=0.8, gzip;q=0.801", "gzip"],
  ["zstd ; q=0.1,gzip ;q=1.000", "gzip"],
  ["br;Q=0.9, zstd;Q=0.2", "br"],
  ["*", "zstd"],
  ["zstd;q=0, *;q=0.1", "br"],
  ["gzip, *;q=0", "gzip"],
  ["gzip, identity", "gzip"],
  ["identity;q=0.5, gzip;q=0.6", "gzip"],
  ["identity;q=0, gzip", "gzip"],
  ["brx, gzip", "gzip"],
])("%j is answered with %s", (accepted, coding) => {
  expect(chooseCoding(accepted)).toBe(coding);
});

test.each([
  "",
  "identity",
  "deflate",
  "gzip;q=0",
  "gzip;q=0.000, br;q=0, zstd;q=0",
  "*;q=0",
  "identity, gzip;q=0.9",
  "gzip;q=2",
  "gzip;q=-1",
  "gzip;q=much",
  "gzip;level=9",
  "gzip br",
  ";q=1",
  "__proto__",
])("%j is answered as it is", (accepted) => {
  expect(chooseCoding(accepted)).toBeUndefined();
});

test("a header as long as Node lets through is read in no time", () => {
  const startedAt = performance.now();
  chooseCoding(`gzip${" ".repeat(16_000)}x${",".repeat(8000)}`);
  expect(performance.now() - startedAt).toBeLessThan(100);
});
