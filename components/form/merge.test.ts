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

test("a field may lie deeper; what stands beside it is that of the newer record", () => {
  const base = { value: { idle: 1, absolute: 1, other: 1 }, version: 1 };
  const theirs = { value: { idle: 2, absolute: 2, other: 2 }, version: 2 };
  const mine = { value: { idle: 3, absolute: 1, other: 3 }, version: 1 };
  const merged = mergeEdits({ base, theirs, mine }, ["value.idle", "value.absolute"]);
  expect(merged.values).toEqual({ value: { idle: 3, absolute: 2, other: 2 }, version: 2 });
  expect(merged.taken).toEqual([{ field: "value.absolute", base: 1, theirs: 2 }]);
  expect(merged.contested).toEqual([{ field: "value.idle", base: 1, theirs: 2, mine: 3 }]);
});

test("two times are the same only when they are", () => {
  const [base, theirs, mine] = [1, 2, 3].map((day) => ({
    until: new Date(Date.UTC(2030, 0, day)),
  }));
  if (!base || !theirs || !mine) throw new Error("Three sides");
  expect(mergeEdits({ base, theirs, mine }, ["until"]).contested).toHaveLength(1);
  expect(mergeEdits({ base, theirs, mine: { ...base } }, ["until"]).taken).toHaveLength(1);
});
