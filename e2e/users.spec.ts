import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";

const history = (page: Page) => page.getByRole("region", { name: "History" });
const entry = (page: Page, action: string) =>
  history(page).getByRole("listitem").filter({ hasText: action });

test("editing a user shows in the page, the list and the history", async ({
  owner,
  makePerson,
  visit,
}) => {
  const admin = await makePerson(["admin"], "Ada Admin");
  const person = await makePerson(["viewer"], "Edda Before");
  const page = await visit({ as: admin });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Edda Before" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Edda After");
  await dialog.getByLabel("Support").check();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Edda After");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Support");
  const edited = entry(page, "User edited");
  await expect(edited).toContainText("by Ada Admin");
  await expect(edited.getByRole("definition").nth(0)).toHaveText("from Edda Before to Edda After");
  await expect(edited.getByRole("definition").nth(1)).toHaveText("from Viewer to Viewer, Support");
  await expect(entry(page, "Invitation sent")).toContainText(`by ${owner.name}`);

  await page.getByRole("link", { name: "Users" }).first().click();
  await page.getByRole("searchbox", { name: "Search users" }).fill(person.email);
  await expect(page.getByRole("row", { name: /Edda After/ })).toContainText("Support");
});

test("what somebody did is their activity, and an edit is taken back from a history", async ({
  owner,
  makePerson,
  visit,
}) => {
  const admin = await makePerson(["admin"], "Ada Active");
  const person = await makePerson(["viewer"], "Rike Before");
  const { roles, version } = await owner.caller.api.users.get.query({ userId: person.userId });
  const change = { userId: person.userId, name: "Rike After", roles, version };
  await admin.caller.api.users.update.mutate(change);
  const page = await visit({ as: owner, device: "phone" });
  await page.goto(`/users/${admin.userId}`);
  const activity = page.getByRole("region", { name: "Activity" }).getByRole("listitem");
  await activity.getByRole("link", { name: "User edited: Rike After" }).click();
  await entry(page, "User edited").getByRole("button", { name: "Take this edit back" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Rike Before");
  await expect(entry(page, "User edited")).toHaveCount(2);
});

test("without a name or a role nothing is saved", async ({ owner, makePerson, visit }) => {
  const person = await makePerson(["viewer"], "Nils Nameless");
  const page = await visit({ as: owner });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Nils Nameless" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(" ");
  await dialog.getByLabel("Viewer").uncheck();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
    "Required",
  );
  await expect(dialog.getByText("Choose at least one role")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nils Nameless");
});

test("a suspended user is out at the next click, and back in once reinstated", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  const support = await makePerson(["support"], "Sam Support");
  const person = await makePerson(["viewer"], "Susi Suspended");
  const theirs = await visit({ as: person });
  await theirs.goto("/");
  await expect(theirs.getByRole("heading", { name: "Overview" })).toBeVisible();

  const page = await visit({ as: support });
  await page.goto(`/users/${person.userId}`);
  await expect(page.getByRole("region", { name: "Sessions" })).toContainText("Chrome");
  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend Susi Suspended?" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Shared their password");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole("main").getByRole("alert").filter({ hasText: "Suspended" }),
  ).toContainText("Shared their password");
  await expect(page.getByText("Not signed in anywhere")).toBeVisible();
  const suspended = entry(page, "User suspended");
  await expect(suspended).toContainText("by Sam Support");
  await expect(suspended.getByRole("definition")).toHaveText([
    /Active.*suspended/i,
    "Shared their password",
  ]);

  await theirs.getByRole("link", { name: "Users", exact: true }).click();
  await expect(theirs).toHaveURL("/sign-in?next=%2Fusers");
  await theirs.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await theirs.getByRole("textbox", { name: "Password" }).fill(person.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("main").getByRole("alert")).toHaveText(
    "E-mail or password is wrong.",
  );

  await page.getByRole("button", { name: "Reinstate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reinstate" }).click();
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();
  await expect(entry(page, "User reinstated")).toContainText("by Sam Support");
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL("/users");

  const self = await visit({ as: owner });
  await self.goto(`/users/${owner.userId}`);
  await expect(self.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
  await expect(self.getByRole("button", { name: "Suspend" })).toHaveCount(0);
});

test("a user that does not exist is a page that says so", async ({ owner, visit, failures }) => {
  const page = await visit({ as: owner });
  for (const id of [crypto.randomUUID(), "nonsense"]) {
    failures.expect(404, `/users/${id}`);
    const response = await page.goto(`/users/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});
