import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type Binnacle, launchBinnacle } from "./support/binnacle.ts";
import { addPerson, type Person, setUpOwner } from "./support/people.ts";

const SEED_MS = 180_000;
let crowded: Binnacle;
let owner: Person;
let person: Person;

test.beforeAll(async () => {
  test.setTimeout(SEED_MS);
  crowded = await launchBinnacle();
  owner = await setUpOwner(crowded);
  person = await addPerson(owner, {
    url: crowded.url,
    name: "Quentin Quarterdeck",
    roles: ["viewer"],
  });
  await crowded.runCli("seed", "--users", "100000");
});

test.afterAll(() => crowded.remove());

test("by keyboard alone: one user among 100,000 is found, suspended, and let back in", async ({
  visit,
}) => {
  const page = await visit({ as: owner, at: crowded.url });
  await page.goto("/users");
  const rows = page.getByRole("grid", { name: "Users" }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(50);
  await page.keyboard.press("/");
  await page.keyboard.type(person.email);
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("r");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("Space");
  const suspend = page.getByRole("button", { name: "Suspend…" });
  await expect(suspend).toBeVisible();
  await pressUntilFocused(page, { key: "Shift+Tab", target: suspend });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.keyboard.type("Lost at sea");
  const submit = page.getByRole("dialog").getByRole("button", { name: /^Suspend/ });
  await pressUntilFocused(page, { key: "Tab", target: submit });
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 user suspended.")).toBeVisible();
  await expect(rows.first()).toContainText("Suspended");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("1 user reinstated.")).toBeVisible();
  await expect(rows.first()).toContainText("Active");
});

async function pressUntilFocused(
  page: Page,
  { key, target }: { key: string; target: Locator },
): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} does not lead there`);
}
