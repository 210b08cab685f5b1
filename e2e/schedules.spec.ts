import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";

const CODED = "audit.verify";
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("a schedule that is paused stays so through a restart, and is resumed", async ({
  binnacle,
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/jobs");
  await page.getByRole("link", { name: "Schedules" }).click();
  await expect(page.getByRole("heading", { name: "Schedules", level: 1 })).toBeVisible();
  await expectAccessible(page);
  const row = rowOf(page, CODED);
  await row.getByRole("button", { name: `More of ${CODED}` }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  const dialog = page.getByRole("dialog", { name: `Pause ${CODED}?` });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The archive is being moved");
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(row).toContainText("Paused");
  await page.goto("about:blank");

  await binnacle.restart();
  await page.goto("/jobs/schedules");
  await expect(row.getByTitle(/The archive is being moved/)).toContainText("Paused");
  await row.getByRole("button", { name: `Resume ${CODED}` }).click();
  await expect(row).not.toContainText("Paused");
});

test("a schedule is made, run now, given another time and deleted", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(422, "jobs.schedules.create");
  const page = await visit({ as: owner });
  await page.goto("/jobs/schedules");
  await page.getByRole("button", { name: "New schedule" }).click();
  const dialog = page.getByRole("dialog", { name: "New schedule" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("second look");
  await dialog.getByRole("textbox", { name: "Description" }).fill("Looks for expired sessions");
  await dialog.getByRole("combobox", { name: "What it runs" }).click();
  await page.getByRole("option", { name: "Removes expired sessions" }).click();
  await dialog.getByRole("textbox", { name: "Cron expression" }).fill("61 * * * *");
  await dialog.getByRole("button", { name: "Make it" }).click();
  await expect(dialog).toContainText("Five fields that a time can fit");
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Cron expression" }).fill("30 6 * * 1-5");
  await dialog.getByRole("button", { name: "Make it" }).click();

  const row = rowOf(page, "second look");
  await expect(row).toContainText("30 6 * * 1-5");
  await row.getByRole("button", { name: "Run second look now" }).click();
  await expect(row).toContainText("Completed", { timeout: 15_000 });
  await row.getByRole("button", { name: "More of second look" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: "Edit second look" });
  await edit.getByText("At intervals").click();
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Every 1 h");
  await row.getByRole("button", { name: "More of second look" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
});
