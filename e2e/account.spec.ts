import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, OTHER_PASSWORD, readMailedLink } from "./support/people.ts";

test("asking for a new password says the same for any address", async ({ makePerson, visit }) => {
  const person = await makePerson(["viewer"]);
  const page = await visit();
  for (const email of [person.email, newAddress()]) {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("button", { name: "Send link" }).click();
    await expect(page.getByRole("status")).toContainText(
      `If ${email} belongs to an account, a link to choose a new password is on its way.`,
    );
  }
  await expectAccessible(page);
});

test("a mailed link sets a new password once and ends every session", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  failures.expect(404, "auth.resetPassword");
  const person = await makePerson(["viewer"]);
  const elsewhere = await visit({ as: person, device: "tablet" });
  await elsewhere.goto("/account");
  await expect(elsewhere.getByRole("heading", { name: "Your account" })).toBeVisible();
  await person.caller.api.auth.requestPasswordReset.mutate({ email: person.email });
  const link = await readMailedLink(owner, { to: person.email, template: "password-reset" });

  const page = await visit();
  await page.goto(link);
  const late = await visit();
  await late.goto(link);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "New password" }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Save password" }).click();
  await expect(page.getByRole("heading", { name: "Password changed" })).toBeVisible();

  await late.getByRole("textbox", { name: "New password" }).fill(`${OTHER_PASSWORD} again`);
  await late.getByRole("button", { name: "Save password" }).click();
  await expect(late.getByRole("main").getByRole("alert")).toContainText(
    "This link does not work any more",
  );

  await elsewhere.getByRole("link", { name: "Users" }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await page.getByRole("textbox", { name: "Password" }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    "E-mail or password is wrong.",
  );
  await page.getByRole("textbox", { name: "Password" }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await readMailedLink(owner, { to: person.email, template: "password-changed" });
});

test("changing the password ends the other sessions and keeps this one", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "account.changePassword");
  const person = await makePerson(["viewer"]);
  const page = await visit({ as: person });
  const elsewhere = await visit({ as: person, device: "phone" });
  await elsewhere.goto("/users");
  await expect(elsewhere.getByRole("heading", { name: "Users" })).toBeVisible();
  await page.goto("/account");
  const form = page.getByRole("form", { name: "Password" });
  const current = form.getByRole("textbox", { name: "Current password" });
  const next = form.getByRole("textbox", { name: "New password" });
  const save = form.getByRole("button", { name: "Change password" });

  await current.fill("not the right one");
  await next.fill(OTHER_PASSWORD);
  await save.click();
  await expect(current).toHaveAccessibleDescription("This is not your current password");
  await current.fill(person.password);
  await next.fill("passwordpassword");
  await save.click();
  await expect(next).toHaveAttribute("aria-invalid", "true");
  await next.fill(OTHER_PASSWORD);
  await save.click();
  await expect(page.getByText("Password changed. Your other sessions have ended.")).toBeVisible();
  await expect(current).toHaveValue("");
  await expect(
    page.getByRole("region", { name: "Your sessions" }).getByRole("listitem"),
  ).toHaveCount(1);

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL("/sign-in?next=%2Fusers");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("a new name shows everywhere at once", async ({ makePerson, visit }) => {
  const person = await makePerson(["viewer"], "Olaf Old");
  const page = await visit({ as: person });
  await page.goto("/account");
  const form = page.getByRole("form", { name: "Profile" });
  await form.getByRole("textbox", { name: "Name" }).fill("Nora New");
  await form.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Profile saved.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Account of Nora New" })).toBeVisible();
});

test("the colour scheme is kept over a reload", async ({ makePerson, visit }) => {
  const person = await makePerson(["viewer"]);
  const page = await visit({ as: person, colorScheme: "light" });
  await page.goto("/account");
  const root = page.locator("html");
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "light");
  const appearance = page.getByRole("region", { name: "Appearance" });
  await appearance.getByText("Dark").click();
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expect(appearance.getByRole("radio", { name: "Dark" })).toBeChecked();
  await appearance.getByText("System").click();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect(root).toHaveAttribute("data-mantine-color-scheme", "light");
});
