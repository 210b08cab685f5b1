import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";

test("an invited user deletes their account and is shut out for good", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "account.delete");
  failures.expect(401, "auth.signIn");
  const person = await makePerson(["viewer"], "Dora Departing");
  const elsewhere = await visit({ as: person, device: "phone" });
  await elsewhere.goto("/users");
  await expect(elsewhere.getByRole("heading", { name: "Users" })).toBeVisible();
  const page = await visit({ as: person });
  await page.goto("/account");
  const panel = page.getByRole("region", { name: "Delete account" });
  await panel.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  const password = dialog.getByRole("textbox", { name: "Current password" });
  const confirm = dialog.getByRole("button", { name: "Delete account" });
  await expect(dialog).toContainText("The audit log keeps what you did.");
  await expect(password).toBeFocused();
  await expectAccessible(page);

  await confirm.click();
  await expect(password).toHaveAccessibleDescription("Enter your password");
  await password.fill("not the right one");
  await confirm.click();
  await expect(password).toHaveAccessibleDescription("This is not your current password");
  await password.fill(person.password);
  await confirm.click();
  await expect(page).toHaveURL("/sign-in");

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL("/sign-in?next=%2Fusers");
  await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    "E-mail or password is wrong.",
  );

  const { items } = await owner.caller.api.users.history.query({ userId: person.userId });
  expect(items[0]).toMatchObject({ action: "user.deleted", actorName: "Dora Departing" });
  const mail = await owner.caller.api.mail.list.query({ limit: 100 });
  const farewell = { template: "account-deleted", recipient: person.email };
  expect(mail.items).toContainEqual(expect.objectContaining(farewell));
});
