import { expect, test } from "vitest";
import { CreateViewInput, type ViewShare } from "./schema.ts";

const PRIVATE: ViewShare = { sharing: "private", roles: [], canEdit: "owner" };

test.each([
  ["a cursor", "cursor=abc"],
  ["an unknown key", "search=a&evil=1"],
  ["a key twice", "search=a&search=b"],
  ["NUL behind an escape", "search=%00"],
  ["more than 4,000 characters once escaped", `search=${"é".repeat(1000)}`],
])("%s is refused in a state", (_, state) => {
  const input = { list: "users", name: "x", state, share: PRIVATE };
  expect(CreateViewInput.safeParse(input).error?.issues[0]?.path).toEqual(["state"]);
});

test("a state is kept in plain ASCII without line breaks", () => {
  const input = { list: "users", name: "x", state: "search=Jürgen\r\n &sort=name", share: PRIVATE };
  expect(CreateViewInput.parse(input).state).toBe("search=J%C3%BCrgen%0D%0A+&sort=name");
});
