import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import type { Person } from "./support/people.ts";

const permission = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();
const answer = (page: Page) => page.getByRole("region", { name: "Answer" });

/** A role of somebody who may see users of their own department. */
async function makeRole(owner: Person, label: string): Promise<string> {
  const key = `role-${crypto.randomUUID().slice(0, 8)}`;
  await owner.caller.api.roles.create.mutate({
    key,
    label,
    description: "For a test",
    grants: [{ permission: "users.read", conditions: { department: "same" } }],
  });
  return key;
}

async function place(owner: Person, { userId }: Person, change: object) {
  const { api } = owner.caller;
  const { version, name, department, roles } = await api.users.get.query({ userId });
  await api.users.update.mutate({ userId, version, name, department, roles, ...change });
}

test("a role with a department condition shows its holder their department and no more", async ({
  owner,
  makePerson,
  visit,
}) => {
  const lead = await makePerson(["viewer"], "Lene Lead");
  const inside = await makePerson(["viewer"], "Ina Inside");
  await place(owner, lead, { department: "Harbour" });
  await place(owner, inside, { department: "Harbour" });
  const page = await visit({ as: owner });
  await page.goto("/roles");
  await page.getByRole("link", { name: "New role" }).click();
  await page.getByRole("textbox", { name: "Label" }).fill("Harbour lead");
  await expect(page.getByRole("textbox", { name: "Key" })).toHaveValue("harbour-lead");
  await page.getByRole("textbox", { name: "Description" }).fill("Looks after the harbour");
  await permission(page, "Manage one's own account and sessions").check();
  await permission(page, "See users and their roles").check();
  await page.getByRole("button", { name: /^Conditions of See users/ }).click();
  await page.getByRole("checkbox", { name: "Only users of their own department" }).check();
  await page.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour lead");
  await expect(page).toHaveURL("/roles/harbour-lead");

  await page.goto(`/users/${lead.userId}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Lene Lead" });
  await dialog.getByLabel("Harbour lead").check();
  await dialog.getByLabel("Viewer").uncheck();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  const effective = page.getByRole("region", { name: "Effective permissions" });
  await expect(effective).toContainText("only for users of one's own department");
  await expect(effective).toContainText("Harbour lead");
  await page.goto("/roles");
  await expect(page.getByRole("row", { name: /Harbour lead/ })).toContainText("1 user");

  const theirs = await visit({ as: lead });
  await theirs.goto("/users");
  await expect(theirs.getByRole("link", { name: /Ina Inside/ })).toBeVisible();
  await expect(theirs.getByRole("link", { name: /Lene Lead/ })).toBeVisible();
  await expect(theirs.getByRole("link", { name: new RegExp(owner.name) })).toHaveCount(0);
  await expect(theirs.getByRole("link", { name: "Roles" })).toHaveCount(0);
});

test("explain says why somebody is denied, and what would change it", async ({
  owner,
  makePerson,
  visit,
}) => {
  const label = `Quay ${crypto.randomUUID().slice(0, 8)}`;
  const key = await makeRole(owner, label);
  const lead = await makePerson(["viewer"], "Quentin Quay");
  const stranger = await makePerson(["viewer"], "Stella Stranger");
  await place(owner, lead, { department: "Quay", roles: [key] });
  const page = await visit({ as: owner });
  await page.goto(`/users/${lead.userId}`);
  await page.getByRole("main").getByRole("link", { name: "Explain access" }).click();
  await expect(page.getByRole("combobox", { name: "User", exact: true })).toHaveValue(
    `Quentin Quay (${lead.email})`,
  );
  await page.getByRole("combobox", { name: "Permission" }).click();
  await page.getByRole("option", { name: "See users and their roles" }).click();
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(answer(page)).toContainText("Allowed");
  await expect(answer(page).getByRole("region", { name: "Deciding rule" })).toContainText(label);

  await page.getByRole("combobox", { name: "On which user" }).fill(stranger.email);
  await page.getByRole("option", { name: /Stella Stranger/ }).click();
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(answer(page)).toContainText("Denied");
  const wishes = answer(page).getByRole("region", { name: "What would change it" });
  await expect(wishes).toContainText("for a user of the same department");
  await expect(wishes).toContainText("The role Viewer");
});

test("a procedure that does not exist and an open question land on their fields", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(422, "access.explain");
  const page = await visit({ as: owner });
  await page.goto("/access");
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(
    page.getByRole("combobox", { name: "User", exact: true }),
  ).toHaveAccessibleDescription(/Name either a user or roles/);
  await page.getByRole("radiogroup", { name: "Who" }).getByText("Roles").click();
  await page.getByRole("combobox", { name: "Roles" }).click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("radiogroup", { name: "What" }).getByText("A procedure").click();
  await page.getByRole("textbox", { name: "Procedure" }).fill("users.vanish");
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(page.getByRole("textbox", { name: "Procedure" })).toHaveAccessibleDescription(
    /There is no such procedure/,
  );
});

test("of two who change a role, the second is shown both sides and chooses", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "roles.update");
  const key = await makeRole(owner, "Contested");
  const first = await visit({ as: owner });
  const second = await visit({ as: await makePerson(["admin"]) });
  for (const page of [first, second]) await page.goto(`/roles/${key}`);
  await second.getByRole("textbox", { name: "Description" }).fill("Changed second");
  await first.getByRole("textbox", { name: "Description" }).fill("Changed first");
  await save(first);
  await expect(first.getByText("Changes saved.")).toBeVisible();

  await save(second);
  await expect(second.getByRole("alert").first()).toContainText("Somebody else changed this role");
  await second.getByRole("radio", { name: "Take theirs" }).check();
  await expect(second.getByRole("textbox", { name: "Description" })).toHaveValue("Changed first");
  await second.getByRole("radio", { name: "Keep mine" }).check();
  await save(second);
  await expect(second.getByText("Changes saved.")).toBeVisible();
  await expect(second.getByRole("textbox", { name: "Description" })).toHaveValue("Changed second");
});

test("a role in use is not deleted, and says by how many; one that nobody holds is", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "roles.delete");
  const key = await makeRole(owner, "Held");
  const holder = await makePerson(["viewer"], "Hilde Holder");
  await place(owner, holder, { roles: [key] });
  const page = await visit({ as: owner });
  const ask = async () => {
    await page.goto(`/roles/${key}`);
    await page.getByRole("button", { name: "Delete" }).click();
    return page.getByRole("dialog", { name: "Delete Held?" });
  };
  const refused = await ask();
  await expect(refused).toContainText("1 user holds this role");
  await refused.getByRole("button", { name: "Delete role" }).click();
  await expect(
    page.getByText("1 user holds this role. Give them another one first."),
  ).toBeVisible();

  await place(owner, holder, { roles: ["viewer"] });
  const granted = await ask();
  await expect(granted).toContainText("Nobody holds this role");
  await granted.getByRole("button", { name: "Delete role" }).click();
  await expect(page).toHaveURL("/roles");
  await expect(page.getByRole("row", { name: /Held by/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Held/ })).toHaveCount(0);
});

test("nobody grants what they lack, and system roles stay as they are", async ({
  makePerson,
  visit,
}) => {
  const page = await visit({ as: await makePerson(["admin"]) });
  await page.goto("/roles/new");
  const mail = permission(page, "Read outgoing mail, links included");
  await expect(mail).toBeDisabled();
  await expect(mail).toHaveAccessibleDescription(/may not do this yourself/);
  await page.goto("/roles/support");
  await expect(page.getByText("A system role: it is always there")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
});
