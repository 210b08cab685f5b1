import { expect, test } from "vitest";
import { isSame, mergeEdits } from "./merge.ts";

const base = { version: 1, name: "Ada", department: "", roles: ["viewer", "support"] };
const FIELDS = ["name", "department", "roles"];
const merge = (theirs: Partial<typeof base>, mine: Partial<typeof base>) =>
  mergeEdits(
    { base, theirs: { ...base, version: 2, ...theirs }, mine: { ...base, ...mine } },
    FIELDS,
  );

test("what only one of both changed is theirs or mine, and what is theirs is told", () => {
  const { values, taken, contested } = merge({ department: "Research" }, { name: "Ada King" });
  expect(values).toEqual({ ...base, version: 2, name: "Ada King", department: "Research" });
  expect(taken).toEqual([{ field: "department", base: "", theirs: "Research" }]);
  expect(contested).toEqual([]);
});

test("what both changed is contested, and mine until somebody chooses", () => {
  const { values, taken, contested } = merge({ name: "Ada B." }, { name: "Ada King" });
  expect(values).toEqual({ ...base, version: 2, name: "Ada King" });
  expect(taken).toEqual([]);
  expect(contested).toEqual([{ field: "name", base: "Ada", theirs: "Ada B.", mine: "Ada King" }]);
});

test("the same change by both is none to choose from or to be told", () => {
  const { values, taken, contested } = merge({ name: "Ada King" }, { name: "Ada King" });
  expect([values.name, taken, contested]).toEqual(["Ada King", [], []]);
});

test("lists are compared as sets, of objects too", () => {
  const { taken, contested } = merge(
    { roles: ["support", "viewer"] },
    { roles: ["viewer", "support"] },
  );
  expect([taken, contested]).toEqual([[], []]);
  const both = merge({ roles: ["viewer"] }, { roles: ["admin", "viewer"] });
  expect(both.contested).toMatchObject([{ field: "roles", theirs: ["viewer"] }]);
  expect(
    isSame(
      [{ a: 1, b: [1, 2] }, { a: 2 }],
      [
        { a: 2, c: undefined },
        { b: [2, 1], a: 1 },
      ],
    ),
  ).toBe(true);
  expect(isSame([1, 1], [1])).toBe(false);
});

test("a field that a record does not have yet is one without a value", () => {
  expect(isSame(undefined, null)).toBe(true);
  expect(isSame("", null)).toBe(false);
  expect(isSame("null", null)).toBe(false);
});
