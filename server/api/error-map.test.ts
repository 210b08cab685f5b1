import { expect, test } from "vitest";
import { ListUsersInput } from "#server/domains/users/schema.ts";
import { toAppError } from "./error-map.ts";

function refusedFields(input: unknown): string[] {
  const { error } = ListUsersInput.safeParse(input);
  const { code, fields } = toAppError(error);
  expect(code).toBe("VALIDATION");
  return (fields ?? []).map(({ path }) => path);
}

const status = (value: unknown, more = {}) => ({
  field: "status",
  operator: "isAnyOf",
  value,
  ...more,
});

test.each([
  ["an unknown option", { all: [status(["x"])] }, "filter.all.0.value.0"],
  [
    "an unknown field",
    { all: [{ ...status(["active"]), field: "password" }] },
    "filter.all.0.field",
  ],
  ["an unknown operator", { any: [status([], { operator: "eval" })] }, "filter.any.0.operator"],
  ["a missing value", { all: [{ field: "name", operator: "is" }] }, "filter.all.0.value"],
  [
    "a value where none belongs",
    { field: "lastSignInAt", operator: "isEmpty", value: 1 },
    "filter.value",
  ],
  ["a key that no condition has", { all: [status(["active"], { not: true })] }, "filter.all.0.not"],
  ["an empty group", { all: [{ any: [] }] }, "filter.all.0.any"],
  [
    "a mistake deep inside",
    { all: [{ any: [{ all: [status(5)] }] }] },
    "filter.all.0.any.0.all.0.value",
  ],
  ["text where a filter belongs", "status", "filter"],
  ["text where a condition belongs", { all: ["status"] }, "filter.all.0"],
  [
    "too short a part of a text",
    { field: "name", operator: "contains", value: "ab" },
    "filter.value",
  ],
])("%s in a filter is refused by the name of the very field", (_, filter, path) => {
  expect(refusedFields({ filter })).toEqual([path]);
});

test("a filter too large or too deep is refused as a whole", () => {
  const one = status(["active"]);
  const deep = { all: [{ any: [{ all: [{ any: [one] }] }] }] };
  expect(refusedFields({ filter: deep })).toEqual(["filter"]);
  const wide = { all: [{ any: Array(20).fill(one) }, { any: Array(20).fill(one) }] };
  expect(refusedFields({ filter: wide })).toEqual(["filter"]);
});
