import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type Binnacle, launchBinnacle } from "./support/binnacle.ts";
import { expectAccessible } from "./support/layout.ts";
import { fillPattern, listPagePatterns, OPEN_PAGES } from "./support/pages.ts";
import { newAddress, PASSWORD } from "./support/people.ts";

test.describe.configure({ mode: "serial" });

let fresh: Binnacle;
const setUpLink = () => fresh.setUpLink ?? "";

test.beforeAll(async () => {
  fresh = await launchBinnacle();
});
test.afterAll(() => fresh.remove());

async function fillForm(page: Page, { email = newAddress(), password = PASSWORD } = {}) {
  await page.getByRole("textbox", { name: "Your name" }).fill("Grace Founder");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
}

const create = (page: Page) => page.getByRole("button", { name: "Create owner account" }).click();

test("while there is no owner, every page behind the sign-in leads to the set-up", async ({
  visit,
}) => {
  const page = await visit({ at: fresh.url });
  const samples = {
    userId: crypto.randomUUID(),
    mailId: crypto.randomUUID(),
    jobId: crypto.randomUUID(),
    groupId: crypto.randomUUID(),
    roleKey: "support",
  };
  const closed = listPagePatterns().filter((pattern) => !OPEN_PAGES.includes(pattern));
  for (const pattern of [...closed, "/sign-in"]) {
    await page.goto(fillPattern(pattern, samples));
    await expect(page, pattern).toHaveURL("/set-up");
    await expect(page.getByRole("heading", { name: "Almost there" })).toBeVisible();
  }
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
});

test("a wrong link makes no owner and says so", async ({ visit, failures }) => {
  failures.expect(404, "auth.setUp");
  const page = await visit({ at: fresh.url });
  await page.goto(`/set-up?token=${"A".repeat(43)}`);
  await fillForm(page);
  await create(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "This link does not work any more",
  );
  await page.goto("/");
  await expect(page).toHaveURL("/set-up");
});

test("short, common and personal passwords are refused on their field", async ({
  visit,
  failures,
}) => {
  failures.expect(422, "auth.setUp");
  const page = await visit({ at: fresh.url });
  await page.goto(setUpLink());
  const password = page.getByRole("textbox", { name: "Password" });
  for (const [value, reason] of [
    ["short", /at least 15 characters/],
    ["passwordpassword", /tried first|guess|repeat/i],
    ["gracefounder1gracefounder1", /guess|repeat/i],
  ] as const) {
    await fillForm(page, { password: value });
    await create(page);
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(password).toHaveAccessibleDescription(reason);
    await expect(password).toBeFocused();
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  }
  await expect(page).toHaveURL(setUpLink());
  await expectAccessible(page);
});

test("a malformed address is refused on its field", async ({ visit }) => {
  const page = await visit({ at: fresh.url });
  await page.goto(setUpLink());
  await fillForm(page, { email: "grace" });
  await create(page);
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveAccessibleDescription(
    /name@example\.com/,
  );
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
});

test("the printed link makes the owner once", async ({ visit, failures }) => {
  failures.expect(409, "auth.setUp");
  const page = await visit({ at: fresh.url });
  const late = await visit({ at: fresh.url });
  await page.goto(setUpLink());
  await expectAccessible(page);
  await late.goto(setUpLink());
  await fillForm(page);
  await fillForm(late);

  await create(page);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("button", { name: "Account of Grace Founder" })).toBeVisible();
  const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(links).toHaveText([
    "Overview",
    "Users",
    "Roles",
    "Explain access",
    "Jobs",
    "Errors",
    "Mail",
    "Audit",
    "Health",
    "Settings",
  ]);

  await create(late);
  await expect(late.getByRole("main").getByRole("alert")).toContainText(
    "Binnacle is set up already",
  );
  await late.goto(setUpLink());
  await expect(late).toHaveURL("/sign-in");
});

test("a restart prints no link once there is an owner", async () => {
  await fresh.restart();
  expect(await (await fetch(`${fresh.url}/set-up`)).text()).not.toContain("Create owner account");
});
