import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { renameInDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/layout.ts";

test("a change made in the database itself is on the audit page, and its diff opens by keyboard", async ({
  binnacle,
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Hanna Honest");
  await renameInDatabase(binnacle, person, "Mallory Meddler");
  const page = await visit({ as: owner });
  await page.goto("/");
  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { name: "Audit" })).toBeVisible();
  await expect(page.getByRole("region", { name: "State of the log" })).toContainText(
    /\d+ entries verified/,
  );
  const rows = page.getByRole("grid", { name: "Entries" }).getByRole("row");
  const byHand = rows.filter({ hasText: "User changed in the database" });
  await expect(byHand).toHaveCount(1);
  await expect(byHand).toContainText("database role");
  await expect(byHand).toContainText("Name: Hanna Honest → Mallory Meddler");
  await expect(byHand.getByRole("link", { name: "Mallory Meddler" })).toHaveAttribute(
    "href",
    `/users/${person.userId}`,
  );

  await page.getByRole("combobox", { name: "Action" }).fill("User changed in");
  await page.getByRole("option", { name: "User changed in the database" }).click();
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/user\.changed-in-database/);

  await rows.nth(1).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "User changed in the database" });
  await expect(dialog.getByRole("definition").filter({ hasText: "from Hanna" })).toHaveText(
    "from Hanna Honest to Mallory Meddler",
  );
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await rows.nth(1).getByRole("button").click();
  await dialog.getByRole("button", { name: "Everything about this user" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows.filter({ hasText: "Invitation sent" })).toContainText(owner.name);
  await expect(rows.filter({ hasText: "Invitation accepted" })).toHaveCount(1);
});

test("what the filter finds is exported, and the export is in the log", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/audit");
  await page.getByRole("combobox", { name: "Action" }).fill("Owner");
  await page.getByRole("option", { name: "Owner created" }).click();
  await expect(page.getByRole("grid", { name: "Entries" }).getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "JSON lines, for programs" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-.*\.jsonl$/);
  const lines = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line).action)).toEqual(["owner.created"]);

  await page.goto("/audit");
  await expect(page.getByRole("row").nth(1)).toContainText("Audit log exported");
});

test("who may not read the log finds neither the page nor a way there", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(403, "/audit");
  const page = await visit({ as: await makePerson(["viewer"]) });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Users", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
  expect((await page.goto("/audit"))?.status()).toBe(403);
});
