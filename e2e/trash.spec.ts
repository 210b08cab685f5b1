import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";

const confirmDeletion = (page: Page) =>
  page
    .getByRole("dialog", { name: /^Delete / })
    .getByRole("button", { name: "Delete" })
    .click();
const userRow = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Users" }).getByRole("row").filter({ hasText: name });
const trashRow = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Deleted users" }).getByRole("row").filter({ hasText: name });

test("a deletion from the list is taken back by Ctrl Z, and by the button in the message", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Udo Undone");
  const page = await visit({ as: owner });
  await page.goto(`/users?search=${person.email}`);
  for (const undo of ["key", "button"]) {
    await userRow(page, "Udo Undone").getByRole("checkbox").check();
    await page.getByRole("button", { name: "Delete…" }).click();
    await confirmDeletion(page);
    await expect(page.getByText("1 user moved to the trash.")).toBeVisible();
    await expect(page.getByText("Nobody matches")).toBeVisible();
    if (undo === "key") await page.keyboard.press("Control+z");
    else await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("1 user restored.").last()).toBeVisible();
    await expect(userRow(page, "Udo Undone")).toContainText("Active");
  }
});

test("a deleted user is out at the next click, waits in the trash and comes back", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  const admin = await makePerson(["admin"], "Ada Admin");
  const person = await makePerson(["viewer"], "Rita Returning");
  const theirs = await visit({ as: person });
  await theirs.goto("/");
  const page = await visit({ as: admin });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await confirmDeletion(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("In the trash");
  await expect(page.getByRole("button", { name: "Edit", exact: true })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    "User moved to the trash",
  );

  await theirs.getByRole("link", { name: "Users", exact: true }).click();
  await expect(theirs).toHaveURL("/sign-in?next=%2Fusers");
  await theirs.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await theirs.getByRole("textbox", { name: "Password" }).fill(person.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("main").getByRole("alert")).toHaveText(
    "E-mail or password is wrong.",
  );

  await page.getByRole("link", { name: "Users" }).first().click();
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(page).toHaveURL("/users/trash");
  await expect(trashRow(page, "Rita Returning")).toContainText("Ada Admin");
  await expect(trashRow(page, "Rita Returning")).toContainText("in 1 month");
  await trashRow(page, "Rita Returning").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("1 user restored.")).toBeVisible();
  await expect(trashRow(page, "Rita Returning")).toHaveCount(0);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL("/users");
});

test("a purge lists what goes and what stays, and wants the address", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "users.purge");
  const person = await makePerson(["support"], "Paula Purged");
  const share = { sharing: "everyone" as const, roles: [], canEdit: "owner" as const };
  const view = { list: "users" as const, name: "Ours", state: "?search=a", share };
  await person.caller.api.views.create.mutate(view);
  await owner.caller.api.users.delete.mutate({ userId: person.userId });
  const page = await visit({ as: owner });
  await page.goto(`/users/trash?search=${person.email}`);
  await page.getByRole("button", { name: "Purge Paula Purged" }).click();
  const dialog = page.getByRole("dialog", { name: "Purge Paula Purged for good?" });
  await expect(dialog.getByRole("region", { name: "Goes for good" })).toContainText(
    /The password.*1 shared view/,
  );
  await expect(dialog.getByRole("region", { name: "Stays" })).toContainText(
    /entries of the audit log.*mail/,
  );
  await expectAccessible(page);
  const address = dialog.getByRole("textbox", { name: "Their e-mail address" });
  await address.fill("somebody@example.com");
  await dialog.getByRole("button", { name: "Purge for good" }).click();
  await expect(address).toHaveAccessibleDescription(/This is not their address/);
  await address.fill(person.email);
  await dialog.getByRole("button", { name: "Purge for good" }).click();
  await expect(page.getByText("Paula Purged is purged.")).toBeVisible();
  await expect(page.getByText("Nobody matches")).toBeVisible();
  const { items } = await owner.caller.api.users.history.query({ userId: person.userId });
  expect(items[0]).toMatchObject({ action: "user.purged", actorName: owner.name });
});

test("the trash is emptied after a rehearsal, by typing how many go; peers stay", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "users.emptyTrash");
  const admin = await makePerson(["admin"], "Emil Emptier");
  const people = [
    await makePerson(["viewer"], "Vic Emptied"),
    await makePerson(["support"], "Sue Emptied"),
    await makePerson(["admin"], "Ari Peer"),
  ];
  for (const { userId } of people) await owner.caller.api.users.delete.mutate({ userId });
  const preview = await admin.caller.api.users.emptyTrashPreview.query();
  const page = await visit({ as: admin });
  await page.goto("/users/trash");
  await page.getByRole("button", { name: "Empty trash" }).click();
  const dialog = page.getByRole("dialog", { name: "Empty the trash for good?" });
  await expect(dialog.getByRole("region", { name: "Goes for good" })).toContainText(
    `${preview.users} profiles`,
  );
  await expect(dialog.getByRole("region", { name: "Stays" })).toContainText(/may do as much/);
  await expectAccessible(page);
  const number = dialog.getByRole("textbox", { name: "How many users go" });
  await number.fill(String(preview.users + 1));
  await dialog.getByRole("button", { name: "Purge them for good" }).click();
  await expect(number).toHaveAccessibleDescription(/users that would go now/);
  await number.fill(String(preview.users));
  await dialog.getByRole("button", { name: "Purge them for good" }).click();
  await expect(page.getByText(`${preview.users} users purged.`)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(trashRow(page, "Ari Peer")).toBeVisible();
  await expect(trashRow(page, "Emptied")).toHaveCount(0);

  await page.getByRole("button", { name: "Empty trash" }).click();
  await expect(dialog).toContainText("not yours to purge");
});

test("a suspension that runs is given another end, and none", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "users.changeSuspensionEnd");
  const person = await makePerson(["viewer"], "Lena Longer");
  const api = owner.caller.api.users;
  await api.suspend.mutate({ userId: person.userId });
  const page = await visit({ as: owner });
  await page.goto(`/users/${person.userId}`);
  const open = () => page.getByRole("button", { name: "Change end" }).click();
  const dialog = page.getByRole("dialog", { name: "When may Lena Longer come back?" });
  const ends = dialog.getByRole("combobox", { name: "Ends" });
  await open();
  await ends.selectOption("In 1 week");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Suspended until");
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    "End of suspension changed",
  );

  await open();
  await expect(dialog.getByLabel("Time of the end")).not.toHaveValue("");
  const { version } = await api.get.query({ userId: person.userId });
  await api.changeSuspensionEnd.mutate({ userId: person.userId, version });
  await ends.selectOption("In 1 day");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("radio", { name: "Take theirs" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("until");
});

test("a suspension until tomorrow says so on the page, in the list and in the history", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Tom Tomorrow");
  const page = await visit({ as: owner });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend Tom Tomorrow?" });
  await dialog.getByRole("combobox", { name: "Ends" }).selectOption("In 1 day");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog).toBeHidden();
  const { suspendedUntil } = await owner.caller.api.users.get.query({ userId: person.userId });
  const day = suspendedUntil?.toLocaleDateString("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  expect(Math.round(((suspendedUntil?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(24);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Suspended until ${day}`);
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText(
    `Suspended until ${day}`,
  );
  await expect(page.getByRole("region", { name: "History" })).toContainText(`Until`);
  await page.goto(`/users?search=${person.email}`);
  await expect(userRow(page, "Tom Tomorrow")).toContainText(`Suspended until ${day}`);
});

test("on a phone the trash is cards that fit, with nothing for axe to find", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Phil Phone");
  await owner.caller.api.users.delete.mutate({ userId: person.userId });
  const page = await visit({ as: owner, device: "phone" });
  await page.goto(`/users/trash?search=${person.email}`);
  await page.getByRole("button", { name: "Purge Phil Phone" }).click();
  const dialog = page.getByRole("dialog", { name: "Purge Phil Phone for good?" });
  await expect(dialog.getByRole("button", { name: "Purge for good" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.goto(`/users/${person.userId}`);
  await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.goto("/users");
  await expectNoSidewaysScroll(page);
  await page.getByRole("checkbox", { name: "Choose this row" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "1 user chosen" })).toBeVisible();
  await expect(page).toHaveURL("/users");
});
