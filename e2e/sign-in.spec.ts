import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { SESSION_COOKIE } from "./support/api.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, type Person } from "./support/people.ts";

const DAY_SECONDS = 86_400;

async function submit(page: Page, { email, password }: Pick<Person, "email" | "password">) {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("signing in, out and back", async ({ visit, makePerson }) => {
  const person = await makePerson(["viewer"], "Ines Inbound");
  const page = await visit();
  await page.goto("/");
  await expect(page).toHaveURL("/sign-in?next=%2F");
  await expectAccessible(page);
  await submit(page, person);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  await page.getByRole("button", { name: "Account of Ines Inbound" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText(person.email)).toHaveCount(0);
});

test("a wrong password and an unknown address get the same answer", async ({
  visit,
  makePerson,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  const person = await makePerson(["viewer"]);
  const page = await visit();
  await page.goto("/sign-in");
  for (const email of [person.email, newAddress()]) {
    await submit(page, { email, password: "not the right one" });
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(
      "E-mail or password is wrong.",
    );
    await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
    await page.reload();
  }
  await submit(page, person);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("empty fields are refused where they are", async ({ visit }) => {
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveAccessibleDescription(
    /name@example\.com/,
  );
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAccessibleDescription(
    "Enter your password",
  );
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
});

test("the keyboard alone signs in", async ({ visit, makePerson }) => {
  const person = await makePerson(["viewer"]);
  const page = await visit();
  await page.goto("/sign-in");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await page.keyboard.type(person.email);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Password" })).toBeFocused();
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("?next= brings back to the page that was asked for", async ({ visit, makePerson }) => {
  const person = await makePerson(["viewer"]);
  const page = await visit();
  await page.goto("/users?status=active");
  await expect(page).toHaveURL("/sign-in?next=%2Fusers%3Fstatus%3Dactive");
  await submit(page, person);
  await expect(page).toHaveURL("/users?status=active");
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
});

for (const next of [
  "//evil.example",
  "https://evil.example/",
  "/\\evil.example",
  "/.//evil.example",
  "/users/..//evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
]) {
  test(`?next=${JSON.stringify(next)} leads nowhere else`, async ({
    visit,
    makePerson,
    binnacle,
  }) => {
    const person = await makePerson(["viewer"]);
    const page = await visit();
    const target = `/sign-in?next=${encodeURIComponent(next)}`;
    await page.goto(target);
    await submit(page, person);
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    expect(page.url()).toBe(`${binnacle.url}/`);
    await page.goto(target);
    expect(page.url(), "for someone who is signed in already").toBe(`${binnacle.url}/`);
  });
}

test("a remembered session outlives the browser, any other ends with it", async ({
  visit,
  makePerson,
}) => {
  const person = await makePerson(["viewer"]);
  for (const isRemembered of [false, true]) {
    const page = await visit();
    await page.goto("/sign-in");
    if (isRemembered) await page.getByLabel("Keep me signed in").check();
    await submit(page, person);
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === SESSION_COOKIE);
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    const daysLeft = ((session?.expires ?? 0) - Date.now() / 1000) / DAY_SECONDS;
    if (isRemembered) expect(daysLeft).toBeCloseTo(30, 1);
    else expect(session?.expires).toBe(-1);
  }
});
