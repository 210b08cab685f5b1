import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { addErrorGroup } from "./support/database.ts";
import { expectAccessible } from "./support/layout.ts";

test("an error is found, looked at, resolved and reopened; many are ignored at once", async ({
  binnacle,
  owner,
  visit,
}) => {
  const place = `place-${randomUUID()}`;
  await addErrorGroup(binnacle, { id: randomUUID(), place });
  await addErrorGroup(binnacle, { id: randomUUID(), place });
  const page = await visit({ as: owner });
  await page.goto("/");
  await page.getByRole("link", { name: "Errors" }).click();
  await expect(page.getByRole("heading", { name: "Errors", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search errors" }).fill(place);
  const pages = page.getByRole("navigation", { name: "Pages of errors" });
  await expect(pages).toContainText("2 errors");
  await expectAccessible(page);

  await page
    .getByRole("link", { name: /Cannot read/ })
    .first()
    .click();
  const main = page.getByRole("main");
  await expect(main).toContainText("request-of-the-error");
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(main).toContainText("Resolved");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("button", { name: "Resolve" })).toBeVisible();

  await page.goto(`/errors?search=${place}`);
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).check();
  await page.getByRole("button", { name: "Ignore" }).click();
  await expect(page.getByText("2 errors changed.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Ignored" })).toHaveCount(2);
});
