import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { PASSWORD, readMailedLink } from "./support/people.ts";

const profile = (page: Page) => page.getByRole("region", { name: "Profile" });

async function askToMove(page: Page, email: string, password: string) {
  await page.getByRole("button", { name: "Change address" }).click();
  const dialog = page.getByRole("dialog", { name: "Change your e-mail address" });
  await dialog.getByLabel("New address").fill(email);
  await dialog.getByLabel("Current password").fill(password);
  await dialog.getByRole("button", { name: "Send links" }).click();
  return dialog;
}

test("an address changes when both the present and the new one have confirmed", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "account.requestEmailChange");
  const person = await makePerson(["viewer"], "Mo Mover");
  const next = person.email.replace("@", "+next@");
  const page = await visit({ as: person });
  await page.goto("/account");
  const dialog = await askToMove(page, next, "not my password at all");
  await expect(dialog.getByText("This is not your current password")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Current password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Send links" }).click();
  await expect(dialog).toBeHidden();
  await expect(profile(page)).toContainText(`Changes to ${next} once both addresses`);
  await expectAccessible(page);

  const phone = await visit({ device: "phone" });
  await phone.goto(await readMailedLink(owner, { to: next, template: "email-change-new" }));
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Confirm change" }).click();
  await expect(phone.getByRole("heading", { name: "One more to go" })).toBeVisible();
  await page.reload();
  await expect(profile(page)).toContainText("once your present address has confirmed it");
  await expect(profile(page)).toContainText(`${person.email}Confirmed`);

  const current = { to: person.email, template: "email-change-current" };
  await page.goto(await readMailedLink(owner, current));
  await page.getByRole("button", { name: "Confirm change" }).click();
  await expect(page.getByRole("heading", { name: "Address changed" })).toBeVisible();
  await page.getByRole("link", { name: "Go to your account" }).click();
  await expect(profile(page)).toContainText(`${next}Confirmed`);
  await expect(profile(page)).not.toContainText("Changes to");
});

test("a change that is cancelled leaves dead links", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(404, "auth.confirmEmailChange");
  const person = await makePerson(["viewer"]);
  const next = person.email.replace("@", "+never@");
  const page = await visit({ as: person });
  await page.goto("/account");
  await askToMove(page, next, PASSWORD);
  await page.getByRole("button", { name: "Cancel change" }).click();
  await expect(profile(page)).not.toContainText("Changes to");
  await page.goto(await readMailedLink(owner, { to: next, template: "email-change-new" }));
  await page.getByRole("button", { name: "Confirm change" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("does not work any more");
});
