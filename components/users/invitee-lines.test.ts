import { expect, test } from "vitest";
import { parseInvitees, problemWith } from "./invitee-lines.ts";

test.each([
  ["Ada Lovelace <ada@example.com>", "ada@example.com", "Ada Lovelace", undefined],
  ['"Lovelace, Ada" <ada@example.com>', "ada@example.com", "Lovelace, Ada", undefined],
  ["<ada.lovelace@example.com>", "ada.lovelace@example.com", "Ada Lovelace", undefined],
  ["ada_b-c+x@example.com", "ada_b-c+x@example.com", "Ada B C X", undefined],
  ["ada@example.com, Ada Lovelace, Research", "ada@example.com", "Ada Lovelace", "Research"],
  ["ada@example.com;Ada", "ada@example.com", "Ada", undefined],
  ["ada@example.com\tAda\tR&D", "ada@example.com", "Ada", "R&D"],
  [
    'ada@example.com,"Lovelace, ""Ada""","Night, shift"',
    "ada@example.com",
    'Lovelace, "Ada"',
    "Night, shift",
  ],
  ["ada@example.com,,Legal", "ada@example.com", "Ada", "Legal"],
])("%s", (text, ...[email, name, department]) => {
  expect(parseInvitees(text)).toMatchObject([{ email, name, department, problem: null }]);
});

test("a header and empty lines are left out, and lines keep their numbers", () => {
  const lines = parseInvitees("email,name,department\r\n\r\nada@example.com,Ada\nbob@example.com");
  expect(lines.map(({ number, email }) => [number, email])).toEqual([
    [3, "ada@example.com"],
    [4, "bob@example.com"],
  ]);
});

test("addresses side by side are a line each", () => {
  const lines = parseInvitees("Ada <ada@example.com>, bob@example.com; Cy <cy@example.com>");
  expect(lines.map(({ name }) => name)).toEqual(["Ada", "Bob", "Cy"]);
});

test("what cannot be invited says why, an address that is repeated too", () => {
  const lines = parseInvitees(
    "nobody\nada@example.com\nADA@example.com\nＡda@example.com\nAda Lovelace\n@example.com",
  );
  expect(lines.map(({ problem }) => problem)).toEqual([
    expect.stringContaining("e-mail address"),
    null,
    "Line 2 has this address",
    "Line 2 has this address",
    expect.stringContaining("e-mail address"),
    expect.stringContaining("e-mail address"),
  ]);
  expect(problemWith(lines)).toBeNull();
  expect(problemWith(parseInvitees("nobody"))).toMatch(/None/);
  expect(problemWith([])).toMatch(/at least one/);
  const many = Array.from({ length: 501 }, (_, index) => `p${index}@example.com`).join("\n");
  expect(problemWith(parseInvitees(many))).toMatch(/At most 500/);
});

test("no text takes long to read", () => {
  const startedAt = performance.now();
  for (const text of [
    '"'.repeat(50_000),
    "<".repeat(50_000),
    ",".repeat(50_000),
    " ".repeat(50_000),
  ])
    parseInvitees(`a${text}b`);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
