import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";

const rows = (page: Page) => page.getByRole("grid", { name: "Users" }).locator("tbody tr");
const headers = (page: Page) => page.getByRole("grid", { name: "Users" }).getByRole("columnheader");
const trigger = (page: Page, name: string | RegExp = /^Views?(?::|$)/) =>
  page.getByRole("button", { name });
const FILTERED =
  '/users?filter={"field":"status","operator":"isAnyOf","value":["suspended"]}&sort=email&columns=name,status';

test.beforeAll(async ({ binnacle, owner: _ }) => {
  await binnacle.runCli("seed", "--users", "200");
});

async function choose(page: Page, item: string | RegExp) {
  await trigger(page).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function open(page: Page, view: string) {
  await trigger(page).click();
  await page.getByRole("menuitemradio", { name: view }).click();
  await expect(trigger(page, `View: ${view}`)).toBeVisible();
}

test("a filtered view shared with a role: the role opens it and cannot edit it, others do not see it", async ({
  makePerson,
  visit,
}) => {
  const author = await makePerson(["support"], "Saskia Saver");
  const page = await visit({ as: author });
  await page.goto(FILTERED);
  await expect(rows(page).first()).toBeVisible();
  await choose(page, "Save as new view…");
  const dialog = page.getByRole("dialog", { name: "Save as a new view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Locked out");
  await dialog.getByRole("radio", { name: "People with certain roles" }).check();
  await dialog.getByRole("combobox", { name: "Roles" }).press("ArrowDown");
  await page.getByRole("option", { name: "Viewer" }).click();
  await page.keyboard.press("Tab");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(trigger(page, "View: Locked out")).toBeVisible();
  const shown = await rows(page).allTextContents();
  expect(shown.length).toBeGreaterThan(0);

  const reader = await visit({ as: await makePerson(["viewer"], "Rita Reader") });
  await reader.goto("/users");
  await open(reader, "Locked out");
  await expect(rows(reader)).toHaveText(shown);
  await expect(headers(reader)).toHaveText(["Name", "Status"]);
  await trigger(reader).click();
  await expect(reader.getByRole("menuitem", { name: "Save as new view…" })).toBeVisible();
  await expect(reader.getByRole("menuitem", { name: /Rename|Delete|Save changes/ })).toHaveCount(0);
  await expectAccessible(reader);

  const stranger = await visit({ as: await makePerson(["admin"], "Stan Stranger") });
  await stranger.goto("/users");
  await expect(rows(stranger).first()).toBeVisible();
  await trigger(stranger, "Views").click();
  await expect(stranger.getByRole("menuitemradio", { name: "All users" })).toBeVisible();
  await expect(stranger.getByText("Locked out")).toHaveCount(0);
});

test("the default view opens by itself, and the plain list stays within reach", async ({
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"]);
  const { id } = await person.caller.api.views.create.mutate({
    list: "users",
    name: "By address",
    state: "sort=email&columns=email&density=compact",
    share: { sharing: "private", roles: [], canEdit: "owner" },
  });
  const page = await visit({ as: person });
  await page.goto("/users");
  await open(page, "By address");
  await choose(page, "Open this first");
  await expect
    .poll(async () => (await person.caller.api.views.list.query({ list: "users" }))[0]?.isDefault)
    .toBe(true);

  await page.goto("/users");
  await expect(page).toHaveURL(new RegExp(`view=${id}`));
  await expect(headers(page)).toHaveText(["E-mail"]);
  await page.goto("/");
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(headers(page)).toHaveText(["E-mail"]);

  await trigger(page).click();
  await page.getByRole("menuitemradio", { name: "All users" }).click();
  await expect(headers(page).first()).toHaveText("Name");
  await page.reload();
  await expect(headers(page).first()).toHaveText("Name");
  await page.goBack();
  await expect(headers(page)).toHaveText(["E-mail"]);
});

test("changes are marked, undone, saved, and the view renamed and deleted, by keyboard and on a phone", async ({
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"]);
  const page = await visit({ as: person, device: "phone" });
  await page.goto("/users?sort=email");
  await expect(rows(page).first()).toBeVisible();
  await trigger(page, "Views").press("Enter");
  await page.getByRole("menuitem", { name: "Save as new view…" }).press("Enter");
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await expect(trigger(page, "View: Mine")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const search = page.getByRole("searchbox", { name: "Search users" });
  await search.fill("an");
  await expect(trigger(page, "View: Mine changed")).toBeVisible();
  await choose(page, "Undo changes");
  await expect(search).toHaveValue("");
  await search.fill("ma");
  await expect(trigger(page, "View: Mine changed")).toBeVisible();
  await choose(page, "Save changes");
  await expect(trigger(page, /^View: Mine$/)).toBeVisible();

  await trigger(page).click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("menuitem", { name: "Rename or share…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Mine" });
  await expect(dialog.getByRole("radio")).toHaveCount(0);
  await dialog.getByRole("textbox", { name: "Name" }).fill("Still mine");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(trigger(page, "View: Still mine")).toBeVisible();

  await choose(page, "Delete…");
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(trigger(page, /^Views$/)).toBeVisible();
  await expect(search).toHaveValue("ma");
  const left = await person.caller.api.views.list.query({ list: "users" });
  expect(left.filter(({ isOwn }) => isOwn)).toEqual([]);
});

test("the audit log and the trash have views of their own", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  for (const [list, name] of [
    ["/audit", "Close together"],
    ["/users/trash", "Packed"],
  ] as const) {
    await page.goto(`${list}?density=compact`);
    await choose(page, "Save as new view…");
    const dialog = page.getByRole("dialog", { name: "Save as a new view" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("button", { name: "Save view" }).click();
    await expect(trigger(page, `View: ${name}`)).toBeVisible();
    await page.goto(list);
    await open(page, name);
    await expect(page).toHaveURL(/density=compact/);
  }
});
