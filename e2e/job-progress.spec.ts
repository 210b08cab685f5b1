import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { addDigestReaders, addForeignJob } from "./support/database.ts";
import { setUpOwner } from "./support/people.ts";

const READERS = 1_000;

test("a job that fails is seen to fail, is run again with an edited payload, and its progress is seen as it goes", async ({
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
    await addForeignJob(binnacle, { id, queue: "mail.digest", payload: { days: 99 } });
    const page = await visit({ as: owner, at: binnacle.url });
    await page.goto(`/jobs/${id}`);
    let loads = 0;
    page.on("load", () => loads++);
    const main = page.getByRole("main");
    await expect(main.getByText("Waiting", { exact: true })).toBeVisible();
    const attempts = page.getByRole("region", { name: "Attempts" });
    await expect(attempts).toContainText("Attempt 1Failed", { timeout: 20_000 });
    await expect(attempts).toContainText("ZodError");
    await expect(attempts.getByRole("link", { name: "Errors like this one" })).toBeVisible({
      timeout: 15_000,
    });

    await page.getByRole("button", { name: "Run again" }).click();
    const dialog = page.getByRole("dialog", { name: "Run mail.digest again" });
    const days = dialog.getByRole("textbox", { name: "days" });
    await expect(days).toHaveValue("99");
    await dialog.getByRole("button", { name: "Run again" }).click();
    await expect(dialog).toContainText(/31/);
    await days.fill("7");
    await dialog.getByRole("button", { name: "Run again" }).click();
    await expect(page).not.toHaveURL(`/jobs/${id}`);

    await expect(main).toContainText(/Progress[1-9]\d{0,2} of 1,000/, { timeout: 30_000 });
    await expect(main).toContainText("1,000 of 1,000", { timeout: 60_000 });
    await expect(attempts).toContainText("Attempt 1Completed", { timeout: 15_000 });
    await expect(main).toContainText("Mailed to 1000");
    expect(loads).toBe(0);

    await page.goto("/jobs");
    const queue = page.getByRole("row").filter({ hasText: "mail.digest" });
    await expect(queue).toContainText("1 in the dead letter queue");
    await queue.getByRole("button", { name: "Put 1 failed job of mail.digest back" }).click();
    await expect(
      page.getByText("The failed jobs of mail.digest are in its queue again."),
    ).toBeVisible();
    // It carries what it carried, fails again, and is tried again later.
    await expect(queue).toContainText("1 for later", { timeout: 15_000 });
    await expect(queue).not.toContainText("in the dead letter queue");
    // Or it would ask a server that is gone.
    await page.close();
  } finally {
    await binnacle.remove();
  }
});
