import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "Users" });
const rows = (page: Page) => grid(page).locator("tbody").getByRole("row");
const headers = (page: Page) => grid(page).getByRole("columnheader");

test.beforeAll(async ({ binnacle, owner: _ }) => {
  await binnacle.runCli("seed", "--users", "300");
});

test("conditions and groups are made in the panel, kept in the address, and shared by it", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("f");
  const panel = page.getByRole("form", { name: "Filter" });
  await panel.getByRole("combobox", { name: "Field" }).selectOption("Status");
  await panel.getByRole("combobox", { name: "Values" }).click({ force: true });
  await panel.getByRole("option", { name: "Invited" }).click();
  await panel.getByRole("button", { name: "Group", exact: true }).click();
  const group = panel.getByRole("group", { name: "Group" });
  await group.getByRole("combobox", { name: "Field" }).selectOption("Last sign-in");
  await group.getByRole("combobox", { name: "Comparison" }).selectOption("is empty");
  await group.getByRole("button", { name: "Condition", exact: true }).click();
  await group.getByText("Any of these").click();
  await group.getByRole("combobox", { name: "Field" }).nth(1).selectOption("E-mail");
  await group.getByRole("textbox", { name: "Value" }).fill("corp");
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Apply" }).click();

  const expected = await owner.caller.api.users.list.query({
    filter: {
      all: [
        { field: "status", operator: "isAnyOf", value: ["invited"] },
        {
          any: [
            { field: "lastSignInAt", operator: "isEmpty" },
            { field: "email", operator: "contains", value: "corp" },
          ],
        },
      ],
    },
  });
  expect(expected.total).toBeGreaterThan(0);
  await expect(rows(page)).toHaveCount(expected.items.length);
  await expect(page.getByRole("button", { name: "Filter 3" })).toBeVisible();

  const other = await visit({ as: owner });
  await other.goto(page.url());
  await expect(rows(other)).toHaveCount(expected.items.length);
});

test("an unfinished condition is refused with words and changes nothing", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  await page.getByRole("button", { name: "Filter" }).click();
  const panel = page.getByRole("form", { name: "Filter" });
  await panel.getByRole("textbox", { name: "Value" }).fill("ab");
  await panel.getByRole("button", { name: "Apply" }).click();
  await expect(panel.getByRole("alert")).toContainText("at least three characters");
  await expect(page).toHaveURL("/users");
});

test("columns are hidden, moved, pinned and resized, and the address brings them back", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Roles" }).uncheck();
  await page.getByRole("checkbox", { name: "Changed" }).check();
  await page.getByRole("button", { name: "Move Status up" }).click();
  await page.getByRole("button", { name: "Pin Status" }).click();
  await page.getByText("Compact").click();
  await page.keyboard.press("Escape");
  const names = ["", "Name", "Status", "E-mail", "Last sign-in", "Created", "Changed"];
  await expect(headers(page)).toHaveText(names);
  const handle = page.getByRole("separator", { name: "Width of E-mail" });
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/widths=email/);

  await page.reload();
  await expect(headers(page)).toHaveText(names);
  await expect(handle).toHaveAttribute("aria-valuenow", "296");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Reset to default" }).click();
  await expect(page).toHaveURL("/users");
});

test("Shift adds a second column to the order", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  await headers(page).getByRole("button", { name: "Name" }).click();
  await headers(page)
    .getByRole("button", { name: "Created" })
    .click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=name,-createdAt/);
  const { items } = await owner.caller.api.users.list.query({
    sort: [
      { field: "name", direction: "asc" },
      { field: "createdAt", direction: "desc" },
    ],
  });
  await expect(rows(page).nth(1)).toContainText(items[1]?.email ?? "");
});

test("the rows are walked, opened and left by keyboard alone", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users?sort=email");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("r");
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press("End");
  await expect(rows(page).last()).toBeFocused();
  await expect(rows(page).last()).toBeInViewport();
  await page.keyboard.press("Home");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/users\/[\da-f-]{36}$/);
  await page.goBack();
  await expect(page).toHaveURL("/users?sort=email");
});

test("of 200 rows only those in sight are in the document, and the last is reached", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/users?limit=200&sort=email");
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(60);
  const { items } = await owner.caller.api.users.list.query({
    limit: 200,
    sort: [{ field: "email", direction: "asc" }],
  });
  await page.keyboard.press("r");
  await page.keyboard.press("End");
  const last = rows(page).filter({ hasText: items.at(-1)?.email ?? "" });
  await expect(last).toBeFocused();
});

test("next and previous page by keyboard", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users?sort=email");
  await expect(rows(page).first()).toBeVisible();
  const first = await rows(page).first().textContent();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows(page).first()).not.toHaveText(first ?? "");
  await page.keyboard.press("p");
  await expect(rows(page).first()).toHaveText(first ?? "");
});

test("all that match are chosen beyond the page, and who may not be changed is named", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/users?limit=25");
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).check();
  await expect(page.getByText("25 users chosen")).toBeVisible();
  await page.getByRole("button", { name: /Choose all .* that match/ }).click();
  await expect(page.getByText(/3\d\d users chosen/)).toBeVisible();
  await page.getByRole("button", { name: "Choose none" }).click();
  await expect(page.getByText("users chosen")).toHaveCount(0);

  await page.goto(`/users?search=${owner.email}`);
  await page.getByRole("checkbox", { name: "Choose this row" }).check();
  await page.getByRole("button", { name: "Suspend…" }).click();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByText("You cannot suspend yourself.")).toBeVisible();
});

test("the way back from a user leads to the list as it was left", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users?sort=email&density=compact");
  await rows(page).nth(3).getByRole("link").click();
  await expect(page).toHaveURL(/\/users\/[\da-f-]{36}$/);
  await page
    .getByRole("navigation", { name: "Breadcrumb" })
    .getByRole("link", { name: "Users" })
    .click();
  await expect(page).toHaveURL("/users?sort=email&density=compact");
});
