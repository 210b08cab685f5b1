import { expect, test } from "vitest";
import { parseJsonTest } from "./json-test.ts";

test.each([
  ["payload.userId = 42", ["payload", "userId"], ["42", 42]],
  ['payload.userId = "42"', ["payload", "userId"], ["42"]],
  ["a=b = c", ["a"], ["b = c"]],
  ["isDone=true", ["isDone"], ["true", true]],
  ["gone = null", ["gone"], ["null", null]],
  ["größe.wert = [1]", ["größe", "wert"], ["[1]"]],
])("%s is read", (text, path, values) => {
  expect(parseJsonTest(text)).toEqual({ path, values });
});

test.each(['a = "\\u0000"', 'a = "\\ud800"'])("%s stands for what no document holds", (text) => {
  expect(parseJsonTest(text)).toBeNull();
});

test.each(["", "=", "a =", "= 1", ".a = 1", "a. = 1", "a..b = 1", 'a" ? (1) = 1', "a b = 1"])(
  "%j is no test",
  (text) => expect(parseJsonTest(text)).toBeNull(),
);
