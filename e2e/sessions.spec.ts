import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";

const mine = (page: Page) => page.getByRole("region", { name: "Your sessions" });

async function confirm(page: Page, action: string) {
  await page.getByRole("dialog").getByRole("button", { name: action }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("one's own sessions are listed by device and end one by one", async ({
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"]);
  const page = await visit({ as: person });
  const phone = await visit({ as: person, device: "phone" });
  await phone.goto("/users");
  await expect(phone.getByRole("heading", { name: "Users" })).toBeVisible();
  await page.goto("/account");
  const current = mine(page).getByRole("listitem").filter({ hasText: "This device" });
  await expect(current).toContainText("Chrome on Linux");
  await expect(current).toContainText("127.0.0.1");
  await expect(current.getByRole("button")).toHaveCount(0);

  await mine(page).getByRole("button", { name: "Revoke Safari on iOS" }).click();
  await confirm(page, "Revoke session");
  await expect(mine(page).getByText("Safari on iOS")).toHaveCount(0);
  await phone.getByRole("button", { name: "Open navigation" }).click();
  await phone.getByRole("dialog").getByRole("link", { name: "Overview" }).click();
  await expect(phone).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(mine(page)).toContainText("This device");
});

test("an action on a page whose session has ended leads to the sign-in and back", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "account.updateProfile");
  const person = await makePerson(["viewer"]);
  const page = await visit({ as: person });
  const other = await visit({ as: person, device: "tablet" });
  await other.goto("/account");
  await page.goto("/account");
  await mine(page).getByRole("button", { name: "Revoke others" }).click();
  await confirm(page, "Revoke others");
  await expect(mine(page).getByRole("listitem")).toHaveCount(1);

  await other.getByRole("button", { name: "Save profile" }).click();
  await expect(other).toHaveURL("/sign-in?next=%2Faccount");
  await other.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await other.getByRole("textbox", { name: "Password" }).fill(person.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL("/account");
});

test("an admin ends one session of a user, then all", async ({ makePerson, visit }) => {
  const admin = await makePerson(["admin"]);
  const person = await makePerson(["viewer"], "Rita Revoked");
  const tablet = await visit({ as: person, device: "tablet" });
  const phone = await visit({ as: person, device: "phone" });
  for (const theirs of [tablet, phone]) await theirs.goto("/account");
  const page = await visit({ as: admin });
  await page.goto(`/users/${person.userId}`);
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(3);

  await sessions.getByRole("button", { name: "Revoke Firefox on Windows" }).click();
  await confirm(page, "Revoke session");
  await expect(sessions.getByText("Firefox on Windows")).toHaveCount(0);
  await tablet.reload();
  await expect(tablet).toHaveURL(/\/sign-in/);
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Your account" })).toBeVisible();

  await sessions.getByRole("button", { name: "Revoke all" }).click();
  await confirm(page, "Revoke all");
  await expect(sessions).toContainText("Not signed in anywhere");
  await phone.reload();
  await expect(phone).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("region", { name: "History" })).toContainText("Session revoked");
});
