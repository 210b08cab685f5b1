import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";

const MAX_STEPS = 40;

/** Presses a key until the focus is there, as far as a person would be willing to. */
async function pressUntilFocused(page: Page, { key, target }: { key: string; target: Locator }) {
  for (let step = 0; step < MAX_STEPS; step++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MAX_STEPS} times ${key} do not reach ${target}`);
}

const tabTo = (page: Page, target: Locator) => pressUntilFocused(page, { key: "Tab", target });

test("the skip link comes first and leads past the navigation", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Invite user" }));
});

test("Tab passes the navigation in the order in which it reads", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  for (const name of [
    "Overview",
    "Users",
    "Roles",
    "Explain access",
    "Jobs",
    "Errors",
    "Mail",
    "Health",
  ])
    await tabTo(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }));
  await tabTo(page, page.getByRole("button", { name: /^Account of/ }));
  await tabTo(page, page.getByRole("searchbox", { name: "Search users" }));
});

test("the menu opens, moves and closes by keyboard and gives the focus back", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/");
  const trigger = page.getByRole("button", { name: /^Account of/ });
  await tabTo(page, trigger);
  await page.keyboard.press("Enter");
  const account = page.getByRole("menuitem", { name: "Your account" });
  await expect(account).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(account).toBeHidden();
  await expect(trigger).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(account).toBeVisible();
  await pressUntilFocused(page, { key: "ArrowDown", target: account });
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/account");
});

test("a dialog takes the focus, keeps it and gives it back", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/users");
  const trigger = page.getByRole("button", { name: "Invite user" });
  await tabTo(page, trigger);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Invite a user" });
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  for (let step = 0; step < MAX_STEPS; step++) {
    await page.keyboard.press("Tab");
    const isInside = await dialog.evaluate((element) => element.contains(document.activeElement));
    expect(isInside, "the focus stays in the dialog").toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(trigger).toBeFocused();
});

test("a row of the users list opens by keyboard", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto(`/users?search=${owner.email}`);
  await tabTo(page, page.getByRole("row").nth(1).getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/users/${owner.userId}`);
});

test("the phone's navigation opens, leads on and gives the focus back", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner, device: "phone" });
  await page.goto("/users");
  const trigger = page.getByRole("button", { name: "Open navigation" });
  await trigger.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Navigation" });
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(trigger).toBeFocused();
  await trigger.click();
  await drawer.getByRole("link", { name: "Health" }).click();
  await expect(page).toHaveURL("/health");
  await expect(drawer).toBeHidden();
});
