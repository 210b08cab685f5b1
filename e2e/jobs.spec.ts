import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { addFailedJob } from "./support/database.ts";
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

test("a failed job is found by a path of its payload, tells its error, is tried again and seen to end without a reload", async ({
  binnacle,
  owner,
  visit,
}) => {
  const id = randomUUID();
  await addFailedJob(binnacle, { id, queue: QUEUE, payload: { shelf: id } });
  const page = await visit({ as: owner });
  await page.goto("/jobs");
  await page.getByRole("link", { name: "All jobs" }).click();
  await expect(page.getByRole("heading", { name: "All jobs", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("combobox", { name: "Field" }).selectOption({ label: "Payload or cause" });
  await page.getByRole("textbox", { name: "Value" }).fill(`payload.shelf = ${id}`);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("navigation", { name: "Pages of jobs" })).toContainText("1 job");
  await expectAccessible(page);

  await page.getByRole("link", { name: QUEUE }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("TypeError: The index is out of reach");
  await expect(main).toContainText('Unrecognized key: "shelf"');
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(main.getByText("Attempt 2", { exact: false })).toBeVisible({ timeout: 15_000 });

  await page.getByRole("button", { name: "Delete the job" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the job" }).click();
  await expect(page).toHaveURL("/jobs/list");
});

test("a job of the wrong shape of id is not found", async ({ owner, visit, failures }) => {
  failures.expect(404, "jobs/nothing");
  const page = await visit({ as: owner });
  const response = await page.goto("/jobs/nothing");
  expect(response?.status()).toBe(404);
});
