import { expect, test } from "vitest";
import { toLine } from "./to-line.ts";

test("what is cut in the middle of a character is text all the same", () => {
  const cut = toLine("ab🦦", 3);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut).toBe("ab\ufffd");
  expect(toLine("a\ud800b")).toBe("a\ufffdb");
});

test("what would begin another line or turn the text around becomes a space", () => {
  expect(toLine(" a\r\nBcc: b\u2028c\u202ed  ")).toBe("a Bcc: b c d");
});
