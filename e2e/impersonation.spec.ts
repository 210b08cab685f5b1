import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";
import type { Person } from "./support/people.ts";

const banner = (page: Page) => page.getByRole("region", { name: "Impersonation" });
const entry = (page: Page, action: string) =>
  page.getByRole("region", { name: "History" }).getByRole("listitem").filter({ hasText: action });

/** From the user's page to the overview as they see it. */
async function startActing(page: Page, { userId, name }: Person, reason: string) {
  await page.goto(`/users/${userId}`);
  await page.getByRole("button", { name: "Impersonate" }).click();
  const dialog = page.getByRole("dialog", { name: `Act as ${name}?` });
  await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(banner(page)).toContainText(`you are acting as ${name}`);
}

test("an owner acts as an admin: banner, both names, what stays the admin's own, and back", async ({
  owner,
  makePerson,
  visit,
}) => {
  const admin = await makePerson(["admin"], "Ada Admin");
  const person = await makePerson(["viewer"], "Vera Viewer");
  const page = await visit({ as: owner });
  await page.goto(`/users/${owner.userId}`);
  await expect(page.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Impersonate" })).toHaveCount(0);

  await startActing(page, admin, "Ticket 4711");
  await expect(page).toHaveURL("/");
  await expect(banner(page)).toContainText(/(60|59) min left/);
  await expect(page.getByRole("link", { name: "Mail", exact: true })).toHaveCount(0);

  await page.goto(`/users/${person.userId}`);
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Impersonate" })).toHaveCount(0);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Vera Renamed");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(entry(page, "User edited")).toContainText(`by ${owner.name} as Ada Admin`);

  await page.goto("/account");
  const main = page.getByRole("main");
  await expect(main.getByRole("note")).toContainText("You see the account of Ada Admin");
  await expect(page.getByRole("region", { name: "Profile" })).toContainText(admin.email);
  await expect(page.getByRole("region", { name: "Sessions" })).toContainText("as this user");
  await expect(main.getByRole("button")).toHaveCount(0);
  await expect(main.getByRole("textbox")).toHaveCount(0);

  await page.keyboard.press("Control+k");
  const found = page.getByRole("dialog").getByRole("option");
  for (const [typed, refused] of [
    ["password", "Change your password"],
    ["sign out", "Sign out other sessions"],
    ["invite", "Invite a user"],
    ["account", "Delete"],
  ] as const) {
    await page.keyboard.type(typed);
    await expect(found.filter({ hasText: refused })).toHaveCount(0);
    await page.keyboard.press("Control+a");
  }
  await page.keyboard.type("your account");
  await expect(found.filter({ hasText: "Your account" })).toHaveCount(1);
  await page.keyboard.press("Escape");

  await banner(page).getByRole("button", { name: "End" }).click();
  await expect(page).toHaveURL(`/users/${admin.userId}`);
  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: `Account of ${owner.name}` })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ada Admin");
  await expect(entry(page, "Impersonation started")).toContainText("Ticket 4711");
  await expect(entry(page, "Impersonation ended")).toContainText(`by ${owner.name} as Ada Admin`);
});

test("an admin ends another's impersonation, and the page of whoever acted follows", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "account.get");
  const admin = await makePerson(["admin"], "Abel Admin");
  const person = await makePerson(["viewer"], "Vito Viewer");
  const acting = await visit({ as: admin });
  await startActing(acting, person, "To look at their lists");

  const theirs = await visit({ as: person, device: "tablet" });
  await theirs.goto("/account");
  await expect(theirs.getByRole("region", { name: "Your sessions" })).toContainText(
    "Abel Admin as you",
  );

  const page = await visit({ as: owner });
  await page.goto(`/users/${person.userId}`);
  const sessions = page.getByRole("region", { name: "Sessions" });
  await sessions.getByRole("button", { name: "Revoke Abel Admin" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke session" }).click();
  await expect(sessions).not.toContainText("Abel Admin");
  await expect(entry(page, "Impersonation ended")).toContainText(`by ${owner.name}`);

  await expect(banner(acting)).toHaveCount(0, { timeout: 8_000 });
  await expect(acting.getByRole("button", { name: "Account of Abel Admin" })).toBeVisible();
});

test("a page from before does nothing in the other's name", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "account.updateProfile");
  const admin = await makePerson(["admin"], "Tilda Tabs");
  const person = await makePerson(["viewer"], "Udo User");
  const page = await visit({ as: admin });
  const before = await page.context().newPage();
  // Else it would learn by itself that somebody else is acting by now.
  await before.route(/events\.subscribe/, (route) => route.abort("aborted"));
  await before.goto("/account");
  await startActing(page, person, "Two tabs");
  await before.getByRole("textbox", { name: "Name" }).fill("Not Udo");
  await before.getByRole("button", { name: "Save profile" }).click();
  await expect(banner(before)).toContainText("acting as Udo User");
  await expect(before.getByRole("region", { name: "Profile" })).toContainText("Udo User");
  await expect(before.getByRole("textbox", { name: "Name" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const device of ["laptop", "phone"] as const) {
    test(`the dialog and the banner pass axe: ${colorScheme}, ${device}`, async ({
      makePerson,
      owner,
      visit,
    }) => {
      const person = await makePerson(["support"], "Axel Axe");
      const page = await visit({ as: owner, colorScheme, device });
      await page.goto(`/users/${person.userId}`);
      await page.getByRole("button", { name: "Impersonate" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await startActing(page, person, "Looks");
      for (const address of ["/", "/users", "/account"]) {
        await page.goto(address);
        await expect(banner(page)).toBeInViewport();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
      await page.emulateMedia({ media: "print", colorScheme });
      await expect(banner(page)).toContainText("you are acting as Axel Axe");
      await expect(banner(page)).toBeVisible();
      await expect(banner(page).getByRole("button")).toBeHidden();
      await page.emulateMedia({ media: "screen", colorScheme });
      await page.mouse.wheel(0, 2_000);
      await expect(banner(page)).toBeInViewport();
    });
  }
}
