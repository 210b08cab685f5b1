import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { addErrorGroup, withoutTable } from "./support/database.ts";
import { expectAccessible } from "./support/layout.ts";
import { setUpOwner } from "./support/people.ts";

test("an error is found, looked at, resolved and reopened; many are ignored at once", async ({
  binnacle,
  owner,
  visit,
}) => {
  const place = `place-${randomUUID()}`;
  await addErrorGroup(binnacle, { id: randomUUID(), place });
  await addErrorGroup(binnacle, { id: randomUUID(), place });
  await addErrorGroup(binnacle, { id: randomUUID(), place: "another place" });
  const page = await visit({ as: owner });
  await page.goto("/");
  await page.getByRole("link", { name: "Errors" }).click();
  await expect(page.getByRole("heading", { name: "Errors", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search errors" }).fill(place);
  const pages = page.getByRole("navigation", { name: "Pages of errors" });
  await expect(pages).toContainText("2 errors");
  await expect(page.getByRole("grid", { name: "Errors" })).toHaveAttribute("aria-busy", "false");
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

test("a page that fails says so and is found among the errors, open again when it fails after it was resolved", async ({
  visit,
  failures,
}) => {
  test.setTimeout(120_000);
  const own = await launchBinnacle();
  const owner = await setUpOwner(own);
  const { api } = owner.caller;
  const page = await visit({ as: owner, at: own.url });
  const main = page.getByRole("main");
  failures.expect(500, `${own.url}/users`);
  // React's "An error occurred in the Server Components render".
  failures.expectOnConsole("React error #441");
  const fail = () =>
    withoutTable(own, "sessions", async () => {
      const answer = await page.goto("/users");
      await expect(main).toContainText("This page could not be shown");
      await expect(main).toContainText(/Its number in the log: \d+/);
      await expectAccessible(page);
      return answer?.headers()["x-request-id"] ?? "";
    });
  const findGroups = async () => (await api.errors.list.query({})).items;

  const firstId = await fail();
  await expect.poll(findGroups).toMatchObject([{ kind: "page", place: "/users", count: 1 }]);
  const ids = (await findGroups()).map(({ id }) => id);
  await api.errors.settle.mutate({ selection: { ids }, status: "resolved" });
  const secondId = await fail();
  await expect.poll(findGroups).toMatchObject([{ kind: "page", count: 2, status: "open" }]);

  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Errors" }).click();
  const row = page.getByRole("row").filter({ hasText: "/users" });
  await expect(row).toContainText("Page");
  await expect(row).toContainText("Open");
  await expect(row).toContainText("2 ×");
  await row.getByRole("link", { name: /does not exist/ }).click();
  await expect(page.getByText("Came back")).toBeVisible();
  await expect(main).toContainText(firstId);
  await expect(main).toContainText(secondId);
  await expectAccessible(page);
  await page.close();
  await own.remove(["page failed"]);
});
