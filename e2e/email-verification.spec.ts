import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { forgetVerification } from "./support/database.ts";
import { expectAccessible } from "./support/layout.ts";
import { readMailedLink } from "./support/people.ts";

const DEAD =
  "This link does not work any more: it was used, replaced or is too old. Ask for a new one.";

const profile = (page: Page) => page.getByRole("region", { name: "Profile" });
const confirm = (page: Page) => page.getByRole("button", { name: "Confirm address" }).click();
const refusal = (page: Page) => page.getByRole("main").getByRole("alert");

test("a link goes from the account page through the outbox and confirms the address once", async ({
  binnacle,
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(404, "auth.verifyEmail");
  const person = await makePerson(["viewer"], "Una Unconfirmed");
  await forgetVerification(binnacle, person);
  const page = await visit({ as: person });
  await page.goto("/account");
  await expect(profile(page)).toContainText(`${person.email}Not confirmed`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send confirmation link" }).click();
  await expect(page.getByText(`A link is on its way to ${person.email}.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Link sent" })).toBeDisabled();

  const outbox = await visit({ as: owner });
  await outbox.goto("/mail");
  const mail = outbox
    .getByRole("row", { name: new RegExp(person.email) })
    .filter({ hasText: "E-mail confirmation" });
  await mail.getByRole("link").click();
  await expect(outbox.getByRole("heading", { name: "Confirm your e-mail address" })).toBeVisible();
  const letter = outbox.getByTitle("Mail as sent").contentFrame();
  const link = await letter
    .getByRole("link", { name: "Confirm this address" })
    .getAttribute("href");

  const late = await visit();
  await late.goto(link ?? "");
  await page.goto(link ?? "");
  await expect(page.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
  await expectAccessible(page);
  await confirm(page);
  await expect(page.getByRole("status")).toContainText("Your e-mail address is confirmed.");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go to Binnacle" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto("/account");
  await expect(profile(page)).toContainText(`${person.email}Confirmed`);
  await expect(page.getByRole("button", { name: "Send confirmation link" })).toHaveCount(0);

  await confirm(late);
  await expect(refusal(late)).toHaveText(DEAD);
  await late.goto(link ?? "");
  await confirm(late);
  await expect(refusal(late)).toHaveText(DEAD);
  await expectAccessible(late);
  await outbox.goto(`/users/${person.userId}`);
  await expect(
    outbox.getByRole("region", { name: "History" }).getByText("E-mail address confirmed"),
  ).toHaveCount(1);
});

test("a newer link ends the earlier one and works on a device that is not signed in", async ({
  binnacle,
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(404, "auth.verifyEmail");
  const person = await makePerson(["viewer"]);
  await forgetVerification(binnacle, person);
  const envelope = { to: person.email, template: "email-verification" };
  await person.caller.api.account.requestEmailVerification.mutate();
  const earlier = await readMailedLink(owner, envelope);
  await person.caller.api.account.requestEmailVerification.mutate();
  const newer = await readMailedLink(owner, envelope);
  expect(newer).not.toBe(earlier);

  const phone = await visit({ device: "phone" });
  await phone.goto(earlier);
  await confirm(phone);
  await expect(refusal(phone)).toHaveText(DEAD);
  expect((await person.caller.api.account.get.query()).emailVerifiedAt).toBeNull();
  await phone.goto(newer);
  await confirm(phone);
  await expect(phone.getByRole("status")).toContainText("Your e-mail address is confirmed.");
  expect((await person.caller.api.account.get.query()).emailVerifiedAt).not.toBeNull();
});

test("a link that lost its end says so and offers no button", async ({ visit }) => {
  const page = await visit();
  await page.goto("/verify-email");
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("The link is incomplete.");
  await expect(page.getByRole("button", { name: "Confirm address" })).toHaveCount(0);
});
