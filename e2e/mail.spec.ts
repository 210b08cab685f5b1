import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress } from "./support/people.ts";

test("mail is searched, narrowed by kind, kept as a view and opened", async ({ owner, visit }) => {
  const { api } = owner.caller;
  const emails = [newAddress(), newAddress(), newAddress()];
  for (const email of emails)
    await api.users.invite.mutate({ email, name: "Mia Mail", roles: ["viewer"] });
  const changed = newAddress();
  await api.account.requestEmailChange.mutate({
    email: changed,
    currentPassword: owner.password,
  });
  const page = await visit({ as: owner });
  await page.goto("/mail");
  const grid = page.getByRole("grid", { name: "Mails" });
  const pager = page.getByRole("navigation", { name: "Pages of mails" });
  const changes = grid.getByRole("row", { name: /E-mail change \(new\)/ });
  await expect(changes.filter({ hasText: changed })).toHaveCount(1);

  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Invitation" }).click();
  await expect(page).toHaveURL(/filter=/);
  await expect(changes).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: /Save/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Invitations");
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "View: Invitations" })).toBeVisible();
  await expectAccessible(page);

  const [email = ""] = emails;
  await page.getByRole("searchbox", { name: "Search mails" }).fill(email.slice(0, 10));
  await expect(pager).toContainText("1 mail");
  await grid
    .getByRole("row", { name: new RegExp(email) })
    .getByRole("link")
    .click();
  await expect(
    page.getByRole("heading", { name: `${owner.name} invites you to Binnacle` }),
  ).toBeVisible();
});

test("addresses that are held back are filtered, and kept as a view", async ({ owner, visit }) => {
  const held = newAddress();
  await owner.caller.api.mail.suppress.mutate({ recipient: held });
  const page = await visit({ as: owner });
  await page.goto("/mail/suppressions");
  const rows = page.getByRole("grid", { name: "Held back addresses" }).locator("tbody tr");
  await expect(rows.filter({ hasText: held })).toHaveCount(1);
  await page.getByRole("combobox", { name: "Reason" }).click();
  await page.getByRole("option", { name: "Added by hand" }).click();
  await expect(page).toHaveURL(/filter=/);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save as new view…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("By hand");
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "View: By hand" })).toBeVisible();

  await page.goto("/mail/suppressions");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitemradio", { name: "By hand" }).click();
  await expect(page).toHaveURL(/filter=.*manual/);
  await expect(rows.filter({ hasText: held })).toHaveCount(1);
});

test("on a phone mail is cards", async ({ owner, visit }) => {
  const page = await visit({ as: owner, device: "phone" });
  await page.goto("/mail");
  await expect(page.getByRole("grid", { name: "Mails" })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
