import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, PASSWORD, type Person, readMailedLink } from "./support/people.ts";

interface Change {
  isOpen: boolean;
  allowedDomains?: string[];
}

async function setRegistration({ caller: { api } }: Person, change: Change) {
  const { value, version } = (await api.settings.list.query()).registration;
  const wanted = { ...value, allowedDomains: [], ...change };
  await api.settings.update.mutate({ group: "registration", value: wanted, version });
}

async function ask(page: Page, email: string) {
  await page.getByRole("textbox", { name: "Your name" }).fill("Nora New");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
}

const deadLink = (page: Page) => page.getByRole("heading", { name: "This link does not work" });

test.afterEach(({ owner }) => setRegistration(owner, { isOpen: false }));

test("once an owner has opened registration, somebody registers and lands signed in", async ({
  owner,
  visit,
}) => {
  const settings = await visit({ as: owner });
  await settings.goto("/settings");
  const panel = settings.getByRole("region", { name: "Registration" });
  await panel.getByRole("switch", { name: "Open registration" }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toContainText("Changed");

  const email = newAddress();
  const page = await visit();
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page).toHaveURL("/register");
  await expectAccessible(page);
  await ask(page, email);
  await expect(page.getByRole("status")).toContainText(`A mail to ${email} says what to do next.`);
  await expectAccessible(page);

  const link = await readMailedLink(owner, { to: email, template: "registration" });
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Welcome, Nora New" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(email);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Your name" }).fill("Nora Newcomer");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account and sign in" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(links).toHaveText(["Overview", "Users"]);
  await page.goto("/register");
  await expect(page).toHaveURL("/");

  await settings.goto("/");
  await expect(settings.getByRole("region", { name: "Recent changes" })).toContainText(
    "Registered",
  );
  const late = await visit();
  await late.goto(link);
  await expect(deadLink(late)).toBeVisible();
  await late.getByRole("link", { name: "Register once more" }).click();
  await expect(late).toHaveURL("/register");
});

test("an address that has an account gets the same answer and a mail that says so", async ({
  owner,
  makePerson,
  visit,
}) => {
  await setRegistration(owner, { isOpen: true });
  const person = await makePerson(["viewer"], "Kara Known");
  const page = await visit({ device: "phone", colorScheme: "dark" });
  await page.goto("/register");
  await expectAccessible(page);
  await ask(page, person.email.toUpperCase());
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.goto(await readMailedLink(owner, { to: person.email, template: "account-exists" }));
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an address of a domain that is not allowed is refused on its field", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(422, "auth.register");
  await setRegistration(owner, { isOpen: true, allowedDomains: ["example.org"] });
  const page = await visit();
  await page.goto("/register");
  await ask(page, newAddress());
  const input = page.getByRole("textbox", { name: "E-mail" });
  await expect(input).toHaveAccessibleDescription("Use an address at example.org");
  await expect(input).toBeFocused();
});

test("while registration is closed the page says so and the sign-in page has no link", async ({
  owner,
  visit,
  failures,
}) => {
  failures.expect(403, "auth.register");
  await setRegistration(owner, { isOpen: true });
  const early = await visit();
  await early.goto("/register");
  await ask(early, newAddress());
  await expect(early.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await early.goto("/register");
  await setRegistration(owner, { isOpen: false });
  await ask(early, newAddress());
  await expect(early.getByRole("main").getByRole("alert")).toContainText(
    "Registration is closed: accounts are by invitation.",
  );

  const page = await visit();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await expect(page.getByRole("link", { name: "Create an account" })).toHaveCount(0);
  for (const address of ["/register", "/register/complete?token=x"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Accounts are by invitation" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Go to sign-in" }).click();
  await expect(page).toHaveURL("/sign-in");
});
