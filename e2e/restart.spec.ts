import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type Binnacle, launchBinnacle } from "./support/binnacle.ts";
import { addPerson, setUpOwner } from "./support/people.ts";

let own: Binnacle;

test.beforeAll(async () => {
  own = await launchBinnacle();
});
test.afterAll(() => own.remove());

test("sessions, users and mail survive a restart", async ({ visit }) => {
  const owner = await setUpOwner(own);
  const person = await addPerson(owner, { url: own.url, name: "Pia Persistent", roles: ["admin"] });
  const page = await visit({ at: own.url, as: owner });
  await page.goto("/users");
  const row = page.getByRole("row", { name: new RegExp(person.email) });
  await expect(row).toContainText("Admin");

  // Links in view are prefetched at any time; a page without any asks nothing of a stopped server.
  await page.goto("about:blank");
  await own.restart();

  await page.goto("/users");
  await expect(row).toContainText("Admin");
  await expect(page.getByRole("button", { name: `Account of ${owner.name}` })).toBeVisible();
  await page.getByRole("link", { name: "Mail", exact: true }).click();
  const mails = page.getByRole("row", { name: new RegExp(person.email) });
  await expect(mails).toHaveCount(2);
  await expect(mails.filter({ hasText: "invites you to Binnacle" })).toHaveCount(1);
  await expect(mails.filter({ hasText: "Welcome to Binnacle" })).toHaveCount(1);
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("link", { name: "2: show users" })).toBeVisible();
  const theirs = await visit({ at: own.url, as: person });
  await theirs.goto(`/users/${person.userId}`);
  await expect(theirs.getByRole("region", { name: "History" })).toContainText(
    "Invitation accepted",
  );
});
