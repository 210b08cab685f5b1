import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";

const field = (page: Page) =>
  page.getByRole("combobox", { name: "Search pages, actions and users" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Go anywhere, do anything" });
const option = (page: Page, name: string | RegExp) => dialog(page).getByRole("option", { name });
const chosen = (page: Page) => dialog(page).getByRole("option", { selected: true });

/** Opens the palette by keyboard and waits until it takes what is typed. */
async function openPalette(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(field(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

test("a user is found, opened and found again first, all by keyboard", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Petra Palette");
  const page = await visit({ as: owner });
  await page.goto("/");
  await openPalette(page);
  await page.keyboard.type(person.email.slice(0, 12));
  await expect(option(page, /Petra Palette/)).toContainText(person.email);
  await expect(option(page, /Petra Palette/)).toContainText("Active");
  await expect(chosen(page)).toHaveText(/Petra Palette/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/users/${person.userId}`);
  await expect(dialog(page)).toBeHidden();
  await openPalette(page);
  const recent = dialog(page).getByRole("group", { name: "Recently used" });
  await expect(recent.getByRole("option")).toHaveText([/Petra Palette/]);
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
  expect(kept).not.toContain(person.email);
});

test("arrows move the choice and tell assistive technology, Escape gives the focus back", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/");
  const origin = page.getByRole("link", { name: /: show users$/ });
  await origin.focus();
  await openPalette(page);
  await expect(chosen(page)).toHaveText("Overview");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText("Users");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(chosen(page)).toHaveText("Sign out");
  const active = await field(page).getAttribute("aria-activedescendant");
  await expect(chosen(page)).toHaveAttribute("id", active ?? "none");
  await page.keyboard.type("mail");
  await expect(chosen(page)).toHaveText("Mail");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(origin).toBeFocused();
});

test("after users have arrived the arrows go on from the first line", async ({
  owner,
  makePerson,
  visit,
}) => {
  await makePerson(["viewer"], "Quirin Qaxx");
  await makePerson(["viewer"], "Quentin Qaxx");
  const page = await visit({ as: owner });
  await page.goto("/");
  await openPalette(page);
  await page.keyboard.type("qaxx");
  await expect(dialog(page).getByRole("option")).toHaveText([/Quentin/, /Quirin/]);
  await expect(chosen(page)).toHaveText(/Quentin/);
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).toHaveText(/Quirin/);
});

test("actions run from the palette: a dialog, a colour scheme, a panel, a sign-out", async ({
  owner,
  makePerson,
  visit,
}) => {
  const admin = await makePerson(["admin"]);
  const page = await visit({ as: admin });
  await page.goto("/health");
  const choose = async (text: string, name: string) => {
    await openPalette(page);
    await page.keyboard.type(text);
    await expect(chosen(page)).toHaveText(name);
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeHidden();
  };
  await choose("invite", "Invite a user");
  const invitation = page.getByRole("dialog", { name: "Invite a user" });
  await expect(invitation.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(invitation).toBeHidden();
  await choose("dark", "Use dark colours");
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await choose("rate lim", "Rate limit settings");
  await expect(page).toHaveURL("/settings#rate-limits");
  await expect(page.getByRole("region", { name: "Rate limits" })).toBeInViewport();
  await choose("other sessions", "Sign out other sessions");
  await page.getByRole("button", { name: "Revoke others" }).click();
  await expect(page.getByText("other session ended.")).toBeVisible();
  await choose("sign out", "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(owner.userId).not.toBe(admin.userId);
});

test("nobody is offered what they may not do", async ({ makePerson, visit }) => {
  const page = await visit({ as: await makePerson(["viewer"]) });
  await page.goto("/");
  await openPalette(page);
  await expect(option(page, "Users")).toBeVisible();
  for (const name of ["Mail", "Health", "Settings", "Invite a user", "Rate limit settings"])
    await expect(option(page, name)).toHaveCount(0);
});

test("it says that nothing matches, and that users could not be searched", async ({
  owner,
  visit,
  failures,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/");
  await openPalette(page);
  await page.keyboard.type("zzzz-nobody");
  await expect(dialog(page).getByRole("status")).toHaveText("Nothing matches “zzzz-nobody”.");
  await field(page).fill("");
  failures.expect(500, "users.list");
  await page.route(/users\.list/, (route) => route.fulfill({ status: 500, body: "broken" }));
  await page.keyboard.type("olive");
  await expect(dialog(page).getByRole("alert")).toContainText("Users could not be searched");
  await page.unroute(/users\.list/);
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(option(page, /Olive Owner/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const device of ["laptop", "phone"] as const) {
    test(`the open palette passes axe: ${colorScheme}, ${device}`, async ({ owner, visit }) => {
      const page = await visit({ as: owner, colorScheme, device });
      await page.goto("/");
      await page.getByRole("button", { name: "Search", exact: true }).click();
      await expect(option(page, "Overview")).toBeVisible();
      await expectAccessible(page);
      await field(page).fill("ol");
      await expect(option(page, /Olive Owner/)).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Search", exact: true })).toBeFocused();
    });
  }
}
