import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";

const SEEDED = 300;
const PAGE = 25;

const rows = (page: Page) => page.getByRole("table", { name: "Users" }).getByRole("row");
const addresses = (page: Page) => page.getByRole("cell", { name: /@/ });
const pager = (page: Page) => page.getByRole("navigation", { name: "Pages of users" });

test.beforeAll(async ({ binnacle, owner: _ }) => {
  await binnacle.runCli("seed", "--users", String(SEEDED));
});

async function choose(page: Page, { list, option }: { list: string; option: string }) {
  await page.getByRole("combobox", { name: list }).click();
  await page.getByRole("option", { name: option }).click();
}

test("search finds by a part of the name or the address", async ({ owner, visit }) => {
  const [sample] = (await owner.caller.api.users.list.query({ role: "admin", limit: 1 })).items;
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
  const invited = await api.users.list.query({ status: "invited", limit: PAGE });
  const both = await api.users.list.query({ status: "invited", role: "support" });
  const page = await visit({ as: owner });
  await page.goto("/users");
  await choose(page, { list: "Status", option: "Invited" });
  await expect(pager(page)).toContainText(`${invited.total} users`);
  await expect(rows(page).filter({ hasText: "Invited" })).toHaveCount(invited.items.length);
  await choose(page, { list: "Role", option: "Support" });
  await expect(page).toHaveURL("/users?status=invited&role=support");
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
    const expected = await api.users.list.query({ sort: "email", direction, limit: PAGE });
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
  const list = { sort: "name", direction: "asc", limit: PAGE } as const;
  const first = await api.users.list.query(list);
  const second = await api.users.list.query({ ...list, cursor: first.nextCursor ?? "" });
  const emails = (found: typeof first) => found.items.map(({ email }) => email);
  expect(emails(second).filter((email) => emails(first).includes(email))).toEqual([]);
  const page = await visit({ as: owner });
  await page.goto("/users?sort=name&direction=asc");
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
  const { total } = await owner.caller.api.users.list.query({ role: "support", limit: 1 });
  await page.goto("/users?role=support&limit=25");
  const next = pager(page).getByRole("button", { name: "Next" });
  let seen = 0;
  for (;;) {
    await expect(page.getByRole("table", { name: "Users" })).toHaveAttribute("aria-busy", "false");
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
  await page.goto("/users?search=nobody-has-this-name&status=active");
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
  await page.goto("/users?status=unheard&sort=password&limit=7&direction=up");
  await expect(rows(page)).toHaveCount(PAGE + 1);
  failures.expect(422, "users.list");
  await page.goto("/users?cursor=nonsense");
  await expect(
    page.getByRole("main").getByRole("alert").filter({ hasText: "could not be loaded" }),
  ).toBeVisible();
});
