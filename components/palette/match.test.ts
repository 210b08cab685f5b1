import { expect, test } from "vitest";
import { match } from "./match.ts";

const entry = (label: string, keywords = "") => ({ id: label, label, keywords });
const ENTRIES = [
  entry("Overview"),
  entry("Users"),
  entry("Settings", "configuration"),
  entry("Session settings", "idle timeout configuration"),
  entry("Sign out", "log leave"),
  entry("Sign out other sessions", "devices log"),
];
const find = (query: string, recent: string[] = []) =>
  match(ENTRIES, query, recent).map(({ label }) => label);

test("nothing typed finds everything in its order", () => {
  expect(find(" ")).toEqual(ENTRIES.map(({ label }) => label));
});

test("every word must begin one, in any order, in the label or the keywords", () => {
  expect(find("out sign")).toEqual(["Sign out", "Sign out other sessions"]);
  expect(find("log dev")).toEqual(["Sign out other sessions"]);
  expect(find("ign")).toEqual([]);
  expect(find("sign nothing")).toEqual([]);
});

test("labels that begin so come before those that contain it, keywords last", () => {
  expect(find("se")).toEqual(["Settings", "Session settings", "Sign out other sessions"]);
  expect(find("conf")).toEqual(["Settings", "Session settings"]);
});

test("what was used lately comes first among what matches, and only there", () => {
  expect(find("se", ["Sign out other sessions", "Users"])).toEqual([
    "Sign out other sessions",
    "Settings",
    "Session settings",
  ]);
});

test("what is called exactly so comes before what was used lately", () => {
  expect(find("sign out", ["Sign out other sessions"])).toEqual([
    "Sign out",
    "Sign out other sessions",
  ]);
});

test("case and accents do not matter", () => {
  expect(find("ÓVERview")).toEqual(["Overview"]);
});

test("in writing without spaces a word is found within another", () => {
  const entries = [entry("新しいロール", "New role"), entry("ゴミ箱", "Trash")];
  const labels = (query: string) => match(entries, query, []).map(({ label }) => label);
  expect(labels("ロール")).toEqual(["新しいロール"]);
  expect(labels("ﾛｰﾙ")).toEqual(["新しいロール"]);
  expect(labels("role")).toEqual(["新しいロール"]);
  expect(labels("ash")).toEqual([]);
});
