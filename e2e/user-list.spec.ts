import { expect, type Page } from "@playwright/test";
import type { z } from "zod";
import type { ListUsersInput, UserFilter } from "#server/domains/users/schema.ts";
import type { RoleName } from "#server/platform/access/catalog.ts";
import { test } from "./fixtures.ts";

const SEEDED = 300;
const PAGE = 50;

type ListInput = z.input<typeof ListUsersInput>;

const INVITED: UserFilter = { field: "status", operator: "isAnyOf", value: ["invited"] };
const withRole = (role: RoleName): UserFilter => ({
  field: "roles",
  operator: "hasAnyOf",
  value: [role],
});

const rows = (page: Page) => page.getByRole("grid", { name: "Users" }).getByRole("row");
const addresses = (page: Page) => page.getByRole("gridcell", { name: /@/ });
const pager = (page: Page) => page.getByRole("navigation", { name: "Pages of users" });

test.beforeAll(async ({ binnacle, owner: _ }) => {
  await binnacle.runCli("seed", "--users", String(SEEDED));
});

async function choose(page: Page, { list, option }: { list: string; option: string }) {
  await page.getByRole("combobox", { name: list }).click();
  await page.getByRole("option", { name: option }).click();
}

test("search finds by a part of the name or the address", async ({ owner, visit }) => {
  const { items } = await owner.caller.api.users.list.query({
    filter: withRole("support"),
    limit: 1,
  });
  const [sample] = items;
  const page = await visit({ as: owner });
  await page.goto("/users");
  const search = page.getByRole("searchbox", { name: "Search users" });
  await search.fill(sample?.email.slice(0, 9).toUpperCase() ?? "");
  await expect(addresses(page)).toHaveText([sample?.email ?? ""]);
  await expect(pager(page)).toContainText("1 user");
  await expect(page).toHaveURL(/search=/);
  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(rows(page)).toHaveCount(PAGE + 1);
  await expect(page).toHaveURL("/users");
});

test("filters by status and role narrow the list together", async ({ owner, visit }) => {
  const { api } = owner.caller;
  const invited = await api.users.list.query({ filter: INVITED, limit: PAGE });
  const both = await api.users.list.query({ filter: { all: [INVITED, withRole("support")] } });
  const page = await visit({ as: owner });
  await page.goto("/users");
  await choose(page, { list: "Status", option: "Invited" });
  await expect(pager(page)).toContainText(`${invited.total} users`);
  await expect(rows(page).filter({ hasText: "Invited" })).toHaveCount(invited.items.length);
  await choose(page, { list: "Roles", option: "Support" });
  await expect(page).toHaveURL(/filter=/);
  await expect(addresses(page)).toHaveText(both.items.map(({ email }) => email));
  await page.reload();
  await expect(addresses(page)).toHaveText(both.items.map(({ email }) => email));
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("Invited");
});

test("sorting turns round with every press and says so", async ({ owner, visit }) => {
  const { api } = owner.caller;
  const page = await visit({ as: owner });
  await page.goto("/users");
  const header = page.getByRole("columnheader", { name: "E-mail" });
  await expect(header).toHaveAttribute("aria-sort", "none");
  for (const [direction, label] of [
    ["asc", "ascending"],
    ["desc", "descending"],
  ] as const) {
    const expected = await api.users.list.query({
      sort: [{ field: "email", direction }],
      limit: PAGE,
    });
    await header.getByRole("button").click();
    await expect(header).toHaveAttribute("aria-sort", label);
    await expect(addresses(page)).toHaveText(expected.items.map(({ email }) => email));
    const [first = "", ...others] = await addresses(page).allTextContents();
    const last = others.at(-1) ?? "";
    expect(first < last ? "asc" : "desc").toBe(direction);
  }
});

test("pages go forth and back, and the address bar brings each one back", async ({
  owner,
  visit,
}) => {
  const { api } = owner.caller;
  const list = { sort: [{ field: "name", direction: "asc" }], limit: PAGE } satisfies ListInput;
  const first = await api.users.list.query(list);
  const second = await api.users.list.query({ ...list, cursor: first.nextCursor ?? "" });
  const emails = (found: typeof first) => found.items.map(({ email }) => email);
  expect(emails(second).filter((email) => emails(first).includes(email))).toEqual([]);
  const page = await visit({ as: owner });
  await page.goto("/users?sort=name");
  const previous = pager(page).getByRole("button", { name: "Previous" });
  const next = pager(page).getByRole("button", { name: "Next" });
  await expect(addresses(page)).toHaveText(emails(first));
  await expect(previous).toBeDisabled();
  await next.click();
  await expect(addresses(page)).toHaveText(emails(second));
  await page.reload();
  await expect(addresses(page)).toHaveText(emails(second));

  await page.getByRole("row").nth(3).getByRole("link").click();
  await expect(page).toHaveURL(`/users/${second.items[2]?.id}`);
  await expect(page.getByRole("region", { name: "Profile" })).toContainText(
    emails(second)[2] ?? "",
  );
  await page.goBack();
  await expect(addresses(page)).toHaveText(emails(second));
  await previous.click();
  await expect(addresses(page)).toHaveText(emails(first));
  await page.goBack();
  await expect(addresses(page)).toHaveText(emails(second));
});

test("the last page has no next", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  const filter = withRole("support");
  const { total } = await owner.caller.api.users.list.query({ filter, limit: 1 });
  await page.goto(`/users?limit=25&filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const next = pager(page).getByRole("button", { name: "Next" });
  let seen = 0;
  for (;;) {
    await expect(page.getByRole("grid", { name: "Users" })).toHaveAttribute("aria-busy", "false");
    seen += await addresses(page).count();
    if (await next.isDisabled()) break;
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  expect(seen).toBe(total);
});

test("a search without results offers the way back", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto(`/users?search=nobody-has-this-name&filter=${JSON.stringify(INVITED)}`);
  await expect(page.getByText("Nobody matches")).toBeVisible();
  await expect(pager(page)).toContainText("0 users");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(page)).toHaveCount(PAGE + 1);
  await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue("");
});

test("nonsense in the address bar is ignored, a foreign cursor is refused with words", async ({
  owner,
  visit,
  failures,
}) => {
  const page = await visit({ as: owner });
  await page.goto(
    '/users?filter={"field":"secret"}&sort=password&limit=7&columns=<b>&widths=x&density=no',
  );
  await expect(rows(page)).toHaveCount(PAGE + 1);
  failures.expect(422, "users.list");
  await page.goto("/users?cursor=nonsense");
  await expect(
    page.getByRole("main").getByRole("alert").filter({ hasText: "could not be loaded" }),
  ).toBeVisible();
});
