import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, PASSWORD } from "./support/people.ts";

test("an invitation goes from the dialog through the outbox to a viewer's first page", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(403, "/mail");
  failures.expect(403, "/health");
  const email = newAddress();
  const page = await visit({ as: owner });
  await page.goto("/users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a user" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Vera Viewer");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
  await expect(dialog.getByLabel("Viewer")).toBeChecked();
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Vera Viewer is invited`)).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(email) });
  await expect(row).toContainText("Invited");

  await page.getByRole("link", { name: "Mail", exact: true }).click();
  const mail = page.getByRole("row", { name: new RegExp(email) });
  await expect(mail).toContainText("Invitation");
  await mail.getByRole("link").click();
  await expect(
    page.getByRole("heading", { name: `${owner.name} invites you to Binnacle` }),
  ).toBeVisible();
  const letter = page.getByTitle("Mail as sent").contentFrame();
  const link = await letter
    .getByRole("link", { name: "Accept the invitation" })
    .getAttribute("href");

  const guest = await visit();
  await guest.goto(link ?? "");
  await expect(guest.getByRole("heading", { name: "Welcome, Vera Viewer" })).toBeVisible();
  await expect(guest.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  await expectAccessible(guest);
  await guest.getByRole("textbox", { name: "Your name" }).fill("Vera van Viewer");
  await guest.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Accept and sign in" }).click();

  await expect(guest.getByRole("heading", { name: "Overview" })).toBeVisible();
  const links = guest.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(links).toHaveText(["Overview", "Users"]);
  await expect(guest.getByRole("region", { name: "Recent changes" })).toHaveCount(0);
  for (const forbidden of ["/mail", "/health"]) {
    const response = await guest.goto(forbidden);
    expect(response?.status(), forbidden).toBe(403);
    await expect(
      guest.getByRole("heading", { name: "Your role does not open this page" }),
    ).toBeVisible();
  }
  await guest.goto("/users");
  await expect(guest.getByRole("button", { name: "Invite user" })).toHaveCount(0);
  await guest.getByRole("searchbox", { name: "Search users" }).fill(email);
  await expect(guest.getByRole("row")).toHaveCount(2);
  await guest.getByRole("link", { name: "Vera van Viewer" }).click();
  await expect(guest.getByRole("region", { name: "Profile" })).toContainText(email);
  for (const button of ["Edit", "Suspend"])
    await expect(guest.getByRole("button", { name: button })).toHaveCount(0);
  for (const region of ["History", "Sessions"])
    await expect(guest.getByRole("region", { name: region })).toHaveCount(0);

  const late = await visit();
  await late.goto(link ?? "");
  await expect(late.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expect(late.getByRole("textbox", { name: "Password" })).toHaveCount(0);
});

test("an address that is taken is refused on its field and the dialog stays", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(422, "users.invite");
  const page = await visit({ as: owner });
  await page.goto("/users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a user" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Second Owner");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(owner.email.toUpperCase());
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog.getByRole("textbox", { name: "E-mail" })).toHaveAccessibleDescription(
    /Somebody already has this address/,
  );
  await expect(dialog.getByRole("textbox", { name: "Name" })).toHaveValue("Second Owner");
});

test("an invitation that is sent again ends the earlier link", async ({ owner, visit }) => {
  const email = newAddress();
  const { api } = owner.caller;
  const user = await api.users.invite.mutate({ email, name: "Ella Again", roles: ["viewer"] });
  const page = await visit({ as: owner });
  await page.goto(`/users/${user.id}`);
  await page.getByRole("button", { name: "Resend invitation" }).click();
  const dialog = page.getByRole("dialog", { name: "Send the invitation again?" });
  await dialog.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText(`A new invitation is on its way to ${email}.`)).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("Invitation sent");

  const { items } = await api.mail.list.query({ limit: 100 });
  const mails = items.filter(({ recipient }) => recipient === email);
  expect(mails).toHaveLength(2);
  const guest = await visit();
  const headings = [/^Welcome, Ella Again$/, /^This link does not work$/];
  for (const [index, mail] of mails.entries()) {
    const { text } = await api.mail.get.query({ mailId: mail.id });
    await guest.goto(/https?:\S+/.exec(text)?.[0] ?? "");
    await expect(guest.getByRole("heading", { name: headings[index] })).toBeVisible();
  }
});

test("an admin cannot give the role of an owner", async ({ makePerson, visit }) => {
  const admin = await makePerson(["admin"]);
  const page = await visit({ as: admin });
  await page.goto("/users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a user" });
  await expect(dialog.getByLabel("Owner")).toBeDisabled();
  await expect(dialog.getByLabel("Admin")).toBeEnabled();
});
