import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type Binnacle, launchBinnacle } from "./support/binnacle.ts";
import { expectAccessible } from "./support/layout.ts";
import {
  addPerson,
  newAddress,
  OTHER_PASSWORD,
  type Person,
  readMailedLink,
  setUpOwner,
} from "./support/people.ts";

const ALLOWED = 10;
const WRONG = "not the right one";
const REFUSED = "E-mail or password is wrong.";
const LOCKED = /^Too many attempts\. Try again in 1[45] min\.$/;

// A server of its own that believes `X-Forwarded-For`: a lockout also counts by network address.
let own: Binnacle;
let owner: Person;
let hosts = 0;

test.beforeAll(async () => {
  own = await launchBinnacle({ TRUSTED_PROXIES: "127.0.0.0/8,::1/128" });
  owner = await setUpOwner(own);
});
test.afterAll(() => own.remove());

const addMember = (name: string) => addPerson(owner, { url: own.url, name, roles: ["viewer"] });

/** The sign-in page as somebody opens it from a network address that nobody else has. */
async function open(page: Page): Promise<Page> {
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${++hosts}` });
  await page.goto("/sign-in");
  return page;
}

/** Waits for the answer and gives its status. */
async function submit(page: Page, { email, password }: Pick<Person, "email" | "password">) {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  const answered = page.waitForResponse((response) => response.url().includes("auth.signIn"));
  await page.getByRole("button", { name: "Sign in" }).click();
  return (await answered).status();
}

const alert = (page: Page) => page.getByRole("main").getByRole("alert");

async function expectLocked(page: Page, who: Pick<Person, "email" | "password">) {
  expect(await submit(page, who)).toBe(429);
  await expect(alert(page)).toHaveText(LOCKED);
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(who.email);
}

async function expectSignedIn(page: Page, who: Pick<Person, "email" | "password">) {
  expect(await submit(page, who)).toBe(200);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
}

async function useUp(page: Page, emails: readonly string[]) {
  for (const email of emails) {
    expect(await submit(page, { email, password: WRONG })).toBe(401);
    await expect(alert(page)).toHaveText(REFUSED);
  }
}

const times = (email: string) => Array.from({ length: ALLOWED }, () => email);

test("ten wrong passwords lock an account, for the right password and from elsewhere as well", async ({
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  failures.expect(429, "auth.signIn");
  const person = await addMember("Lara Locked");
  const bystander = await addMember("Bruno Bystander");
  const page = await open(await visit({ at: own.url }));
  await useUp(page, times(person.email));
  await expectLocked(page, { ...person, password: WRONG });
  await expectLocked(page, person);
  await expectAccessible(page);
  await page.goto("/");
  await expect(page).toHaveURL("/sign-in?next=%2F");
  await expectLocked(page, person);

  const elsewhere = await open(await visit({ at: own.url }));
  await expectLocked(elsewhere, person);
  await expectSignedIn(elsewhere, bystander);
});

test("an account that does not exist is locked in the same words", async ({ visit, failures }) => {
  failures.expect(401, "auth.signIn");
  failures.expect(429, "auth.signIn");
  const email = newAddress();
  const page = await open(await visit({ at: own.url }));
  await useUp(page, times(email));
  await expectLocked(await open(page), { email, password: WRONG });
});

test("ten guesses at many accounts lock the network address and nobody elsewhere", async ({
  visit,
  failures,
}) => {
  failures.expect(401, "auth.signIn");
  failures.expect(429, "auth.signIn");
  const person = await addMember("Gus Guessed");
  const page = await open(await visit({ at: own.url }));
  const strangers = Array.from({ length: ALLOWED - 1 }, newAddress);
  await useUp(page, [...strangers, person.email]);
  await expectLocked(page, person);
  await expectSignedIn(await open(await visit({ at: own.url })), person);
});

test("a new password by mail ends the lockout of an account", async ({ visit, failures }) => {
  failures.expect(401, "auth.signIn");
  failures.expect(429, "auth.signIn");
  const person = await addMember("Rita Reset");
  await useUp(await open(await visit({ at: own.url })), times(person.email));
  const page = await open(await visit({ at: own.url }));
  await expectLocked(page, person);

  await page.getByRole("link", { name: "Forgot your password?" }).click();
  // Both pages have such a box.
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("status")).toContainText(person.email);
  await page.goto(await readMailedLink(owner, { to: person.email, template: "password-reset" }));
  await page.getByRole("textbox", { name: "New password" }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Save password" }).click();
  await page.getByRole("link", { name: "Sign in" }).click();
  await expectSignedIn(page, { ...person, password: OTHER_PASSWORD });
});
