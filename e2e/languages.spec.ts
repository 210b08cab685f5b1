import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";

const PAGES = [
  "/",
  "/users",
  "/users/trash",
  "/roles",
  "/audit",
  "/jobs",
  "/jobs/list",
  "/jobs/schedules",
  "/jobs/alerts",
  "/errors",
  "/mail/suppressions",
  "/mail/templates",
  "/mail/domain",
  "/mail",
  "/settings",
  "/health",
];

async function expectSoundOnPhone(page: Page) {
  await expect(page.locator("[aria-busy=true], [data-starting]")).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

test("the sign-in page speaks the browser's language until another is chosen", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  const person = await makePerson(["viewer"]);
  const page = await visit({ locale: null });
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByLabel("E-Mail").fill(person.email);
  await page.getByLabel("Passwort", { exact: true }).fill("not this one at all");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "E-Mail oder Passwort ist falsch.",
  );

  await page.getByRole("combobox", { name: "Sprache" }).selectOption({ label: "日本語" });
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(page.getByRole("heading", { name: "サインイン" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "メール" })).toHaveValue(person.email);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "言語" })).toHaveValue("ja");
});

test("a user is suspended in Japanese, and the language is changed on the account page", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "西 日本");
  const page = await visit({ as: owner, locale: "ja" });
  await page.goto(`/users?search=${encodeURIComponent(person.email)}`);
  await page.getByRole("link", { name: "西 日本" }).click();
  await page.getByRole("button", { name: "一時停止", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).not.toContainText(/[a-z]{3,}/i);
  await dialog.getByRole("button", { name: "一時停止" }).click();
  await expect(page.getByRole("button", { name: "停止を解除", exact: true })).toBeVisible();
  await expect(page.getByText("ユーザーを一時停止").first()).toBeVisible();

  await page.goto("/account");
  await page.getByRole("combobox", { name: "言語" }).selectOption({ label: "Français" });
  await expect(page.getByRole("heading", { level: 1, name: "Votre compte" })).toBeVisible();
  await expect(page).toHaveTitle("Votre compte · Binnacle");
});

for (const locale of ["de", "fr", "ja"] as const) {
  test(`every page fits a phone and passes axe in ${locale}`, async ({ owner, visit }) => {
    test.setTimeout(PAGES.length * 15_000);
    const page = await visit({ as: owner, locale, device: "phone" });
    for (const address of PAGES) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expectSoundOnPhone(page);
    }
  });
}
