import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { isCommonPassword, loadBlocklist, variantsOf } from "./blocklist.ts";

const directory = mkdtempSync(path.join(tmpdir(), "binnacle-blocklist-"));
afterEach(() => loadBlocklist());
afterAll(() => rmSync(directory, { recursive: true }));

test.each([
  "passwordpassword",
  "PasswordPassword",
  "Password2024!!!!",
  "1q2w3e4r5t6y7u8i",
  "123456789012345",
  "qwertyuiopasdfg",
  "  qwertyuiopasdfg  ",
  "iloveyou iloveyou iloveyou",
  "football-football-2025",
  "!!!sunshine1234567",
])("%j is a common password", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  "velvet otter maps the quiet harbour",
  "correct horse battery staple 2024",
  "",
  "1234",
  "!!!!!!!!!!!!!!!!!!!!",
  "ünïcödé ist kein Problem",
])("%j is not listed", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test("a random password is not listed by accident", () => {
  const hits = Array.from({ length: 20_000 }, () => randomBytes(12).toString("base64url"));
  expect(hits.filter(isCommonPassword)).toEqual([]);
});

test("a password is looked up as spelt, undecorated and by its repeated part", () => {
  expect(variantsOf("Dragon-Dragon99!")).toEqual(
    expect.arrayContaining(["dragon-dragon99!", "dragon-dragon", "dragondragon", "dragon"]),
  );
});

test("a missing, short or foreign file stops the process with a way out", () => {
  const file = path.join(directory, "blocklist.bin");
  expect(() => loadBlocklist(path.join(directory, "absent"))).toThrow(/npm run build/);
  for (const content of ["", "BNBL", "BNBL\u0001\u0006\0\0\u0001\0\0\0abcdef", "x".repeat(5_000)]) {
    writeFileSync(file, content);
    expect(() => loadBlocklist(file)).toThrow(/missing or damaged/);
  }
});
