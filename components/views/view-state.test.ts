import { expect, test } from "vitest";
import { userGrid } from "#components/users/user-grid.ts";
import { findDefaultView } from "#components/views/default-view.ts";
import { normalizeState } from "#components/views/view-state.ts";
import { VIEW_STATE_KEYS } from "#server/domains/views/catalog.ts";
import { ViewState } from "#server/domains/views/schema.ts";

test("a view may hold all that a list keeps in the address, but the page", () => {
  const keys = Object.keys(userGrid.parsers).filter((key) => key !== "cursor");
  expect([...VIEW_STATE_KEYS].sort()).toEqual(keys.sort());
});

test("what the server keeps of a state is what the list wrote", () => {
  const filter = '{"field":"name","operator":"contains","value":"Jürgen & sons"}';
  const state = new URLSearchParams({ filter, sort: "name,-createdAt", widths: "name:240" });
  const written = normalizeState(userGrid, state.toString());
  expect(written).toBe(state.toString());
  expect(ViewState.parse(written)).toBe(written);
});

test("of a saved state, what the list does not understand is left out, and so are defaults", () => {
  const filter = '{"field":"passwordHash","operator":"is","value":"x"}';
  const state = new URLSearchParams({ search: "ada", filter, sort: "salary", limit: "50" });
  expect(normalizeState(userGrid, `${state}&cursor=abc`)).toBe("search=ada");
});

test("a list leads to its default view, whose state cannot lead elsewhere", () => {
  const view = {
    id: "0192f0c0-7c1e-7000-8000-000000000001",
    name: "Mine",
    state: "search=%2F%2Fevil.example%0D%0A",
    sharing: "private" as const,
    isOwn: true,
    isEditable: true,
    isDefault: true,
    ownerName: null,
    share: null,
    version: 1,
  };
  const address = `/users?search=%2F%2Fevil.example%0D%0A&view=${view.id}`;
  expect(findDefaultView("users", [view])).toBe(address);
  expect(findDefaultView("users", [{ ...view, isDefault: false }])).toBeNull();
  expect(findDefaultView("users", undefined)).toBeNull();
});
