import superjson from "superjson";
import { expect, test } from "vitest";
import { STEER_MANY } from "./catalog.ts";

const parse = (selection: object) =>
  STEER_MANY.payload.safeParse({
    action: "retry",
    selection: { ...superjson.serialize(selection) },
  }).success;

test("what is done to many jobs at once has a selection that can be read, or is refused before it is a job", () => {
  expect(parse({ ids: ["0192f0c0-7c1e-7000-8000-000000000001"] })).toBe(true);
  expect(parse({ ids: "all of them" })).toBe(false);
  const { success } = STEER_MANY.payload.safeParse({ action: "retry", selection: { odd: 1 } });
  expect(success).toBe(false);
});
