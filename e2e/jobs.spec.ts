import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { addFailedJob, addFailedJobs } from "./support/database.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";
import { setUpOwner } from "./support/people.ts";

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

test("a failed job is found by a path of its payload, tells its error, is tried again and run again, seen without a reload", async ({
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

  await page.getByRole("button", { name: "Run again" }).click();
  const dialog = page.getByRole("dialog", { name: `Run ${QUEUE} again` });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Run again" }).click();
  await expect(page).not.toHaveURL(`/jobs/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Completed", {
    timeout: 15_000,
  });
  await page.getByRole("link", { name: id }).click();
  await expect(page).toHaveURL(`/jobs/${id}`);

  await page.getByRole("button", { name: "Delete the job" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the job" }).click();
  await expect(page).toHaveURL("/jobs/list");
});

test("all jobs that match are deleted by a job whose progress is followed", async ({
  binnacle,
  owner,
  visit,
}) => {
  const mark = randomUUID();
  for (let count = 0; count < 3; count++) {
    const id = randomUUID();
    await addFailedJob(binnacle, { id, queue: QUEUE, payload: { mark } });
  }
  const page = await visit({ as: owner });
  const filter = { field: "data", operator: "has", value: `payload.mark = ${mark}` };
  const list = `/jobs/list?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  await page.goto(list);
  const pages = page.getByRole("navigation", { name: "Pages of jobs" });
  await expect(pages).toContainText("3 jobs");
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).check();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "jobs.delete-many" })).toBeVisible();
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Completed", {
    timeout: 15_000,
  });
  await expect(main).toContainText("3 of 3");
  await page.goto(list);
  await expect(page.getByText("No job matches")).toBeVisible();
});

test("jobs that match are all taken, more than a thousand too, from one that is chosen on a phone", async ({
  binnacle,
  owner,
  visit,
}) => {
  const mark = randomUUID();
  await addFailedJobs(binnacle, { queue: QUEUE, payload: { mark }, count: 1_100 });
  const page = await visit({ as: owner, device: "phone" });
  const filter = { field: "data", operator: "has", value: `payload.mark = ${mark}` };
  await page.goto(`/jobs/list?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  await page.getByRole("checkbox", { name: "Choose this row" }).first().check();
  await page.getByRole("button", { name: "Choose all 1,100 that match" }).click();
  await expect(page.getByText("1,100 jobs chosen")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1,100 jobs chosen");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("main")).toContainText("1,100 of 1,100", { timeout: 30_000 });
});

test("an alert is made, measured, changed and deleted; the page of queues shows activity and workers", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/jobs");
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Workers" })).toContainText("Working");
  await page.getByText("7 days").click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Alerts" }).click();
  await expect(page.getByText("No alert yet")).toBeVisible();
  await page.getByRole("button", { name: "New alert" }).click();
  const dialog = page.getByRole("dialog", { name: "New alert" });
  await dialog.getByRole("textbox", { name: "Threshold" }).fill("5000");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make it" }).click();
  const row = page.getByRole("row").filter({ hasText: "Above 5,000" });
  await expect(row).toContainText("Jobs waiting");
  await expect(row).toContainText(owner.email);
  await row.getByRole("button", { name: "Edit the alert" }).click();
  const edit = page.getByRole("dialog", { name: "Edit the alert" });
  await edit.getByRole("textbox", { name: "Threshold" }).fill("90");
  await expectAccessible(page);
  await edit.getByRole("button", { name: "Save" }).click();
  const changed = page.getByRole("row").filter({ hasText: "Above 90" });
  await expect(changed).toContainText(owner.email);
  await changed.getByRole("button", { name: "Delete the alert" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No alert yet")).toBeVisible();
});

test("while no worker runs the page says so, and which queue has work", async ({ visit }) => {
  const binnacle = await launchBinnacle({ BINNACLE_ROLE: "web" });
  try {
    const owner = await setUpOwner(binnacle);
    const page = await visit({ as: owner, at: binnacle.url });
    await page.goto("/jobs/schedules");
    await page.getByRole("button", { name: `Run ${QUEUE} now` }).click();
    await expect(page.getByText("The job is in its queue.")).toBeVisible();
    await page.goto("/jobs");
    const note = page.getByRole("alert").filter({ hasText: "No worker runs" });
    await expect(note).toContainText("1 job waits.");
    const queue = page.getByRole("row").filter({ hasText: QUEUE });
    await expect(queue).toContainText("No worker");
    await expectAccessible(page);
    // Or it would ask a server that is gone.
    await page.close();
  } finally {
    await binnacle.remove();
  }
});

test("a job of the wrong shape of id is not found", async ({ owner, visit, failures }) => {
  failures.expect(404, "jobs/nothing");
  const page = await visit({ as: owner });
  const response = await page.goto("/jobs/nothing");
  expect(response?.status()).toBe(404);
});
