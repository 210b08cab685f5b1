import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";

test("a mail is previewed in Japanese, in the dark and as text, and sent as a test", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/mail");
  await page.getByRole("link", { name: "Templates" }).click();
  await expect(page.getByRole("heading", { name: "Mail templates" })).toBeVisible();
  await page.getByRole("button", { name: "Invitation", exact: true }).click();
  await page.getByLabel("Language of the mail").selectOption({ label: "日本語" });
  await expect(
    page.getByRole("heading", { name: "Grace Hopper さんから Binnacle への招待" }),
  ).toBeVisible();
  const mail = page.frameLocator("iframe[title='Mail as sent']");
  await expect(mail.getByRole("link", { name: "招待を受ける" })).toBeVisible();
  await expect(mail.locator("html")).toHaveAttribute("lang", "ja");
  await expectAccessible(page);

  await page.getByText("Dark", { exact: true }).click();
  await expect(mail.locator("body")).toHaveCSS("background-color", "rgb(17, 23, 22)");
  await page.getByText("Plain text", { exact: true }).click();
  await expect(page.getByText("招待を受ける http")).toBeVisible();

  await page.getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByText("No provider is set up, so it goes no further.")).toBeVisible();
  await page.goto("/mail");
  const row = page.getByRole("row").filter({ hasText: "Grace Hopper さんから" });
  await expect(row.first()).toContainText(owner.email);
});

test("mail is given up by the link in it, and wanted again on the account page", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/mail/templates");
  await page.getByRole("button", { name: /^Job alert/ }).click();
  await page.getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByText("No provider is set up, so it goes no further.")).toBeVisible();
  await page.goto("/mail");
  await page.getByRole("link", { name: "mail.send has passed its threshold" }).first().click();
  const link = page
    .frameLocator("iframe[title='Mail as sent']")
    .getByRole("link", { name: "Get no more mail of this kind" });
  const href = await link.getAttribute("href");

  const reader = await visit();
  await reader.goto(href ?? "");
  await expect(reader.getByRole("heading", { name: "Get no more of this mail?" })).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole("button", { name: "Get no more" }).click();
  await expect(reader.getByRole("heading", { name: "You get no more of it" })).toBeVisible();

  await page.goto("/account");
  const alerts = page.getByRole("switch", { name: "Alerts on jobs" });
  await expect(alerts).not.toBeChecked();
  await expectAccessible(page);
  await alerts.click();
  await expect(alerts).toBeChecked();
  await reader.reload();
  await expect(reader.getByRole("button", { name: "Get no more" })).toBeVisible();
});

test("the legal footer from the settings stands below mail", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/settings");
  const form = page.getByRole("form", { name: "Mail" });
  await form.getByLabel("Footer").fill("Example GmbH\nMusterweg 1, 10115 Berlin");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  await page.goto("/mail/templates");
  const mail = page.frameLocator("iframe[title='Mail as sent']");
  await expect(mail.getByText("Musterweg 1, 10115 Berlin")).toBeVisible();
});

test("on a phone the templates are a choice, and the mail fits", async ({ owner, visit }) => {
  const page = await visit({ as: owner, device: "phone" });
  await page.goto("/mail/templates");
  await page.getByLabel("Template", { exact: true }).selectOption({ label: "Digest" });
  const mail = page.frameLocator("iframe[title='Mail as sent']");
  await expect(
    mail.getByText("What happened since the last digest.", { exact: true }),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
