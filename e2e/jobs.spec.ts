import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";

const QUEUE = "sessions.purge-expired";

test("a queue is paused with a reason, says so to others, and is resumed", async ({
  owner,
  makePerson,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/");
  await page.getByRole("link", { name: "Jobs" }).click();
  await expect(page.getByRole("heading", { name: "Jobs", level: 1 })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: QUEUE });
  await expect(row).toContainText("Removes expired sessions");
  await row.getByRole("button", { name: `Pause ${QUEUE}` }).click();
  const dialog = page.getByRole("dialog", { name: `Pause ${QUEUE}?` });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The disk is being changed");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(row).toContainText("Paused");

  const other = await visit({ as: await makePerson(["admin"]) });
  await other.goto("/jobs");
  const seen = other.getByRole("row").filter({ hasText: QUEUE });
  await expect(seen.getByTitle(/The disk is being changed/)).toContainText("Paused");
  await seen.getByRole("button", { name: `Resume ${QUEUE}` }).click();
  await expect(seen).not.toContainText("Paused");
  await expect(row).not.toContainText("Paused");
});

test("how many jobs run at once is changed and given back to the definition", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/jobs");
  const row = page.getByRole("row").filter({ hasText: QUEUE });
  await row.getByRole("button", { name: /at once: 5$/ }).click();
  await page.getByRole("textbox", { name: "Jobs at once" }).fill("9");
  await page.getByRole("button", { name: "Save" }).click();
  await row.getByRole("button", { name: /at once: 9$/ }).click();
  await page.getByRole("textbox", { name: "Jobs at once" }).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row.getByRole("button", { name: /at once: 5$/ })).toBeVisible();
});
