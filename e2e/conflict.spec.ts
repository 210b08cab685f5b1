import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import type { Person } from "./support/people.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const profile = (page: Page) => page.getByRole("region", { name: "Profile" });
const textbox = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("textbox", { name });
const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();

async function openEditor(page: Page, person: Person) {
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(textbox(page, "Name")).toBeVisible();
}

test("of two who edit one user, the second chooses field by field, by keyboard", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "users.update");
  const person = await makePerson(["viewer"], "Carla Contested");
  const first = await visit({ as: await makePerson(["admin"], "Ann First") });
  const second = await visit({ as: await makePerson(["admin"], "Bo Second"), device: "phone" });
  await openEditor(first, person);
  await openEditor(second, person);
  await textbox(first, "Name").fill("Carla by Ann");
  await textbox(first, "Department").fill("Research");
  await first.getByRole("dialog").getByLabel("Support").check();
  await save(first);
  await expect(heading(first)).toContainText("Carla by Ann");

  await textbox(second, "Name").fill("Carla by Bo");
  await textbox(second, "Department").fill("Sales");
  await save(second);
  const conflict = second.getByRole("dialog").getByRole("alert");
  await expect(conflict).toContainText("Somebody else changed this user meanwhile");
  await expect(conflict).toContainText("Only they changed, and now in this form: Roles");
  const name = conflict.getByRole("radiogroup", { name: "Name" });
  const department = conflict.getByRole("radiogroup", { name: "Department" });
  await expect(conflict).toContainText("It was: Carla Contested");
  await expect(name.getByRole("radio", { name: "Keep mine" })).toHaveAccessibleDescription(
    /Carla by Bo/,
  );

  await save(second);
  await expect(conflict.getByText("Choose one of the two")).toHaveCount(2);
  await name.getByRole("radio", { name: "Keep mine" }).focus();
  await second.keyboard.press("Space");
  await department.getByRole("radio", { name: "Keep mine" }).focus();
  await second.keyboard.press("ArrowDown");
  await expect(department.getByRole("radio", { name: "Take theirs" })).toBeChecked();
  await expect(textbox(second, "Department")).toHaveValue("Research");
  await save(second);
  await expect(second.getByRole("dialog")).toBeHidden();
  await expect(heading(second)).toContainText("Carla by Bo");
  await expect(heading(second)).toContainText("Support");
  await expect(profile(second)).toContainText("Research");
});

test("a third who was faster is met in the same way", async ({ makePerson, visit, failures }) => {
  failures.expect(409, "users.update");
  const person = await makePerson(["viewer"], "Tina Thrice");
  const admins = await Promise.all([visitAs("Abe"), visitAs("Bea"), visitAs("Cid")]);
  const [first, second, third] = admins as [Page, Page, Page];
  for (const page of admins) await openEditor(page, person);
  await textbox(first, "Name").fill("Tina One");
  await save(first);
  await expect(heading(first)).toContainText("Tina One");

  await textbox(third, "Name").fill("Tina Three");
  await save(third);
  await third.getByRole("radio", { name: "Keep mine" }).check();
  await textbox(second, "Department").fill("Second");
  await save(second);
  await expect(second.getByRole("dialog").getByRole("alert")).toContainText("Name (now Tina One)");
  await save(second);
  await expect(profile(second)).toContainText("Second");

  await save(third);
  const conflict = third.getByRole("dialog").getByRole("alert");
  await expect(conflict).toContainText("Department (now Second)");
  await expect(conflict.getByRole("radio")).toHaveCount(0);
  await save(third);
  await expect(heading(third)).toContainText("Tina Three");
  await expect(profile(third)).toContainText("Second");

  async function visitAs(name: string) {
    return visit({ as: await makePerson(["admin"], name) });
  }
});

test("an edit is undone by Ctrl Z, and not once somebody else has edited", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "users.update");
  const person = await makePerson(["viewer"], "Uma Undone");
  const page = await visit({ as: await makePerson(["admin"], "Ann First") });
  const other = await visit({ as: await makePerson(["admin"], "Bo Second") });
  await openEditor(page, person);
  await textbox(page, "Name").fill("Uma Edited");
  await save(page);
  await expect(heading(page)).toContainText("Uma Edited");
  await expect(page.getByText("Changes saved.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("The edit is undone.")).toBeVisible();
  await expect(heading(page)).toContainText("Uma Undone");

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await textbox(page, "Name").fill("Uma Again");
  await save(page);
  await expect(page.getByText("Changes saved.")).toBeVisible();
  await openEditor(other, person);
  await textbox(other, "Department").fill("Elsewhere");
  await save(other);
  await expect(profile(other)).toContainText("Elsewhere");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Somebody else changed this user meanwhile")).toBeVisible();
  await expect(heading(page)).toContainText("Uma Again");
  await expect(profile(page)).toContainText("Elsewhere");
});

test("an edit shows before the server has answered, and is gone when it refuses", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "users.update");
  const person = await makePerson(["viewer"], "Oda Early");
  const page = await visit({ as: await makePerson(["admin"]) });
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/users\.update/, async (route) => {
    await held;
    const input = JSON.parse(route.request().postData() ?? "{}");
    input["0"].json.roles = ["no-such-role"];
    await route.continue({ postData: JSON.stringify(input) });
  });
  await openEditor(page, person);
  await textbox(page, "Name").fill("Oda Seen");
  await save(page);
  const title = page.locator("h1");
  await expect(title).toContainText("Oda Seen");
  answer?.();
  await expect(page.getByText("There is no role no-such-role")).toBeVisible();
  await expect(title).toContainText("Oda Early");
});

test("an edit is taken back from the audit page, once", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "audit.revert");
  const person = await makePerson(["viewer"], "Rita Reverted");
  const page = await visit({ as: owner });
  await openEditor(page, person);
  await textbox(page, "Name").fill("Rita Renamed");
  await save(page);
  await expect(heading(page)).toContainText("Rita Renamed");

  const filter = { field: "subjectId", operator: "is", value: person.userId };
  await page.goto(`/audit?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const open = () => page.getByRole("button", { name: "User edited" }).last().click();
  const takeBack = async () => {
    await page.getByRole("button", { name: "Take this edit back" }).click();
    const confirmation = page.getByRole("dialog", { name: "Take this edit back?" });
    await expect(confirmation).toContainText("from Rita Renamed to Rita Reverted");
    await confirmation.getByRole("button", { name: "Take it back" }).click();
  };
  await open();
  await takeBack();
  await expect(page.getByText("The edit is taken back.")).toBeVisible();
  await expect(page.getByRole("button", { name: "User edited" })).toHaveCount(2);

  await open();
  await takeBack();
  await expect(page.getByText("Changed again since: name")).toBeVisible();
  await page.goto(`/users/${person.userId}`);
  await expect(heading(page)).toContainText("Rita Reverted");
});
