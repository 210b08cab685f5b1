import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress } from "./support/people.ts";

async function choose(page: Page, way: string) {
  await page.goto("/users");
  await page.getByRole("button", { name: "More ways to add users" }).click();
  await page.getByRole("menuitem", { name: way }).click();
}

test("a user is added without a mail", async ({ owner, visit }) => {
  const email = newAddress();
  const page = await visit({ as: owner });
  await choose(page, "Add without telling them");
  const dialog = page.getByRole("dialog", { name: "Add a user without telling them" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Quinn Quiet");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
  await dialog.getByRole("button", { name: "Add user" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("Invited");

  await choose(page, "Add without telling them");
  await dialog.getByRole("textbox", { name: "Name" }).fill("quinn quiet ");
  await expect(dialog.getByRole("status")).toHaveText(`Here by this name already: ${email}`);
  const { total } = await owner.caller.api.mail.list.query({ search: email });
  expect(total).toBe(0);
});

test("many are invited from a pasted list; the lines that fail are kept to be mended", async ({
  owner,
  visit,
}) => {
  const { api } = owner.caller;
  const [ada, bob] = [newAddress(), newAddress()];
  const page = await visit({ as: owner });
  await choose(page, "Invite many");
  const dialog = page.getByRole("dialog", { name: "Invite many users" });
  await dialog
    .getByRole("textbox", { name: "People" })
    .fill(
      [`Ada Lovelace <${ada}>`, `${bob},Bob Brown,Legal`, "nobody", owner.email, ada].join("\n"),
    );
  await expect(dialog.getByText("5 people")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Department" }).fill("Research");
  await dialog.getByRole("button", { name: "Check the list" }).click();
  const review = dialog.getByRole("region", { name: "What would become of each line" });
  await expect(review.getByRole("row")).toHaveCount(6);
  await expect(review.getByRole("row", { name: /Ada Lovelace.*Will be invited/ })).toBeVisible();
  await expect(review.getByRole("row", { name: /Bob Brown.*Legal.*Will be/ })).toBeVisible();
  await expect(
    review.getByRole("row", { name: /Somebody already has this address/ }),
  ).toContainText(owner.email);
  await expect(review.getByRole("row", { name: /Line 1 has this address/ })).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Back" }).click();
  await expect(dialog.getByRole("textbox", { name: "People" })).toHaveValue(/nobody/);
  await dialog.getByRole("button", { name: "Check the list" }).click();
  await dialog.getByRole("button", { name: "Send 2 invitations" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 invitations are on their way.");
  const left = dialog.getByRole("region", { name: "Lines that were left out" });
  await expect(left.getByRole("row")).toHaveCount(4);
  await expect(dialog.getByRole("button", { name: "Copy these lines" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row", { name: new RegExp(bob) })).toContainText("Bob Brown");
  for (const [email, department] of [
    [ada, "Research"],
    [bob, "Legal"],
  ] as const) {
    const { items } = await api.users.list.query({ search: email });
    expect(items[0]).toMatchObject({ department, status: "invited" });
    expect((await api.mail.list.query({ search: email })).total).toBe(1);
  }
});

test("users are found by a custom role", async ({ owner, visit }) => {
  const { api } = owner.caller;
  const label = "Harbour watch";
  await api.roles.create.mutate({
    key: "harbour-watch",
    label,
    description: "Looks at users",
    grants: [{ permission: "users.read", conditions: {} }],
  });
  const email = newAddress();
  await api.users.create.mutate({ email, name: "Holly Watch", roles: ["harbour-watch"] });
  const page = await visit({ as: owner });
  await page.goto("/users");
  await page.getByRole("combobox", { name: "Roles" }).click();
  await page.getByRole("option", { name: label }).click();
  await expect(page.getByRole("grid", { name: "Users" }).getByRole("row")).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Roles" })).toHaveValue(label);
  await page.getByRole("button", { name: /^Filter/ }).click();
  await expect(page.getByRole("dialog", { name: "Filter" })).toContainText(label);
});
