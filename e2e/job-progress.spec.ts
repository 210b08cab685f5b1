import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { addDigestReaders, addFailedJob } from "./support/database.ts";
import { setUpOwner } from "./support/people.ts";

const READERS = 1_000;

test("a failed job is run again with an edited payload, and its progress is seen as it goes", async ({
  visit,
  failures,
}) => {
  failures.expect(422, "jobs.rerun");
  test.setTimeout(120_000);
  const binnacle = await launchBinnacle();
  try {
    const owner = await setUpOwner(binnacle);
    await addDigestReaders(binnacle, READERS);
    const id = randomUUID();
    await addFailedJob(binnacle, { id, queue: "mail.digest", payload: { days: 99 } });
    const page = await visit({ as: owner, at: binnacle.url });
    await page.goto(`/jobs/${id}`);
    let loads = 0;
    page.on("load", () => loads++);

    await page.getByRole("button", { name: "Run again" }).click();
    const dialog = page.getByRole("dialog", { name: "Run mail.digest again" });
    const days = dialog.getByRole("textbox", { name: "days" });
    await expect(days).toHaveValue("99");
    await dialog.getByRole("button", { name: "Run again" }).click();
    await expect(dialog).toContainText(/31/);
    await days.fill("7");
    await dialog.getByRole("button", { name: "Run again" }).click();
    await expect(page).not.toHaveURL(`/jobs/${id}`);

    const main = page.getByRole("main");
    await expect(main).toContainText(/Progress[1-9]\d{0,2} of 1,000/, { timeout: 30_000 });
    await expect(main).toContainText("1,000 of 1,000", { timeout: 60_000 });
    await expect(main.getByText("Completed")).toBeVisible({ timeout: 15_000 });
    await expect(main).toContainText("Mailed to 1000");
    expect(loads).toBe(0);
    // Or it would ask a server that is gone.
    await page.close();
  } finally {
    await binnacle.remove();
  }
});
