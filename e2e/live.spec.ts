import { expect, type Page, type Request } from "@playwright/test";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, type Person } from "./support/people.ts";

const LIVE = { timeout: 5_000 };
const SUBSCRIBE = /events\.subscribe/;

const rowOf = (page: Page, email: string) => page.getByRole("row", { name: new RegExp(email) });

async function watchFor(page: Page, search: string) {
  await page.goto(`/users?search=${search}`);
  await expect(page.getByText("Nobody matches")).toBeVisible();
}

async function edit(owner: Person, { userId }: Person, change: object) {
  const { users } = owner.caller.api;
  const { name, roles, version } = await users.get.query({ userId });
  await users.update.mutate({ userId, name, roles, version, ...change });
}

async function add(owner: Person, email: string) {
  const person = { name: "Nina New", email, department: "", roles: ["viewer"] };
  await owner.caller.api.users.create.mutate(person);
}

/** How many streams of events a page holds at the moment. */
function countStreams(page: Page): () => number {
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (SUBSCRIBE.test(request.url())) open.add(request);
  });
  page.on("requestfinished", (request) => void open.delete(request));
  page.on("requestfailed", (request) => void open.delete(request));
  return () => open.size;
}

/** Every title that the document has from now on; a page's own must not be gone for a moment. */
async function recordTitles(page: Page): Promise<() => Promise<string[]>> {
  const titles = await page.evaluateHandle(() => {
    const seen = [document.title];
    const record = () => seen.push(document.title);
    const options = { childList: true, subtree: true, characterData: true };
    new MutationObserver(record).observe(document.head, options);
    return seen;
  });
  return () => titles.jsonValue();
}

test("what one person does shows in the list of another, without a reload", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Susi Seen");
  const watching = await visit({ as: await makePerson(["support"], "Wanda Watching") });
  const acting = await visit({ as: await makePerson(["admin"], "Ada Acting") });
  await watching.goto(`/users?search=${person.email}`);
  await expect(rowOf(watching, person.email)).toContainText("Active");
  let loads = 0;
  watching.on("load", () => loads++);

  await acting.goto(`/users/${person.userId}`);
  await acting.getByRole("button", { name: "Suspend" }).click();
  await acting.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await expect(rowOf(watching, person.email)).toContainText("Suspended", LIVE);
  await owner.caller.api.users.reinstate.mutate({ userId: person.userId });
  await expect(rowOf(watching, person.email)).toContainText("Active", LIVE);
  expect(loads).toBe(0);

  const email = newAddress();
  await watchFor(watching, email);
  await add(owner, email);
  await expect(rowOf(watching, email)).toContainText("Nina New", LIVE);
  expect(loads).toBe(1);
});

test("what somebody types stays while another saves the same user", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "users.update");
  const person = await makePerson(["viewer"], "Tilda Typed");
  const page = await visit({ as: await makePerson(["admin"]) });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Tilda Typed" });
  const department = dialog.getByRole("textbox", { name: "Department" });
  await department.fill("Navigation");
  await edit(owner, person, { name: "Tilda Renamed" });
  await expect(page.locator("h1")).toContainText("Tilda Renamed", LIVE);
  await expect(department).toHaveValue("Navigation");
  await expect(department).toBeFocused();

  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Name (now Tilda Renamed)");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tilda Renamed");
  await expect(page.getByRole("region", { name: "Profile" })).toContainText("Navigation");
});

test("a dialog stays when what it does is not offered any more", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Dora Dialog");
  const page = await visit({ as: await makePerson(["admin"]) });
  await page.goto(`/users/${person.userId}`);
  await page.getByRole("button", { name: "Suspend" }).click();
  const reason = page.getByRole("dialog").getByRole("textbox", { name: "Reason" });
  await reason.fill("Left the company");
  await owner.caller.api.users.suspend.mutate({ userId: person.userId, reason: "Lost a laptop" });
  await expect(page.getByText("Lost a laptop").first()).toBeAttached(LIVE);
  await expect(reason).toHaveValue("Left the company");
  await expect(reason).toBeFocused();
});

test("who gets more rights is offered more, without a reload", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Petra Promoted");
  const page = await visit({ as: person });
  await page.goto("/");
  const link = page.getByRole("navigation").getByRole("link", { name: "Jobs", exact: true });
  await expect(page.getByRole("navigation").getByRole("link", { name: "Users" })).toBeVisible();
  await expect(link).toBeHidden();
  let loads = 0;
  page.on("load", () => loads++);
  await edit(owner, person, { roles: ["admin"] });
  await expect(link).toBeVisible({ timeout: 10_000 });
  expect(loads).toBe(0);
});

test("a page keeps its title while it is read anew and while another one comes", async ({
  owner,
  makePerson,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Titus Titled");
  const page = await visit({ as: person });
  await page.goto("/account");
  await expect(page).toHaveTitle("Your account · Binnacle");
  const titles = await recordTitles(page);
  const navigation = page.getByRole("navigation");
  await edit(owner, person, { roles: ["admin"] });
  await expect(navigation.getByRole("link", { name: "Jobs", exact: true })).toBeVisible(LIVE);
  for (const name of ["Jobs", "Users", "Overview"]) {
    await navigation.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveTitle(`${name} · Binnacle`);
  }
  expect(new Set(await titles())).toEqual(
    new Set(["Your account", "Jobs", "Users", "Overview"].map((name) => `${name} · Binnacle`)),
  );
});

test("when the row that has the focus goes, the one in its place has it", async ({
  owner,
  makePerson,
  visit,
}) => {
  const name = `Frieda ${newAddress().split("@")[0]}`;
  for (const number of [1, 2, 3]) await makePerson(["viewer"], `${name} ${number}`);
  const page = await visit({ as: await makePerson(["admin"]) });
  await page.goto(`/users?search=${encodeURIComponent(name)}&sort=name`);
  const second = page.getByRole("row", { name: new RegExp(`${name} 2`) });
  await second.focus();
  await expect(second).toBeFocused();
  const { items } = await owner.caller.api.users.list.query({ search: `${name} 2` });
  const userId = items[0]?.id ?? "";
  await owner.caller.api.users.delete.mutate({ userId });
  await expect(second).toBeHidden(LIVE);
  await expect(
    page.getByRole("row", { name: new RegExp(`${name} [13]`) }).and(page.locator(":focus")),
  ).toBeVisible();
});

test("a setting shows what another saves, unless somebody edits it", async ({ owner, visit }) => {
  const { settings } = owner.caller.api;
  const keep = async (keptDays: number) => {
    const { version } = (await settings.list.query()).trash;
    await settings.update.mutate({ group: "trash", value: { keptDays }, version });
  };
  const { keptDays: usual } = (await settings.list.query()).trash.value;
  const page = await visit({ as: owner });
  await page.goto("/settings");
  const trash = page.getByRole("region", { name: "Trash" });
  const days = trash.getByRole("textbox", { name: "Days in the trash" });
  await expect(days).toHaveValue(String(usual));
  await keep(33);
  await expect(days).toHaveValue("33", LIVE);
  await days.fill("44");
  await keep(usual);
  await expect(trash).toContainText("From the configuration", LIVE);
  await expect(days).toHaveValue("44");
  await expect(days).toBeFocused();
});

test("two tabs hold one stream, and the second goes on when the first is closed", async ({
  owner,
  makePerson,
  visit,
}) => {
  const first = await visit({ as: await makePerson(["admin"]) });
  const second = await first.context().newPage();
  const counts = [first, second].map(countStreams);
  const search = newAddress().replace("@example.com", "");
  for (const page of [first, second]) await watchFor(page, search);
  await expect.poll(() => counts.map((count) => count())).toEqual([1, 0]);
  await add(owner, `${search}@example.com`);
  for (const page of [first, second])
    await expect(rowOf(page, `${search}@example.com`)).toBeVisible(LIVE);
  await expect.poll(() => counts.map((count) => count())).toEqual([1, 0]);

  await first.close();
  await expect.poll(() => counts[1]?.()).toBe(1);
  await add(owner, `${search}.2@example.com`);
  await expect(rowOf(second, `${search}.2@example.com`)).toBeVisible(LIVE);
});

test("a stream that is lost is told of, and what happened meanwhile shows when it is back", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(503, "events.subscribe");
  const person = await makePerson(["admin"], "Lea Lost");
  const page = await visit({ as: person });
  const count = countStreams(page);
  const search = newAddress().replace("@example.com", "");
  await watchFor(page, search);
  await expect.poll(count).toBe(1);
  await page.route(SUBSCRIBE, (route) => route.fulfill({ status: 503 }));
  // What is about somebody ends their stream.
  await edit(owner, person, { department: "Elsewhere" });
  const note = page.getByRole("status").filter({ hasText: "Not live: reconnecting…" });
  await expect(note).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);

  await add(owner, `${search}@example.com`);
  await page.unroute(SUBSCRIBE);
  await expect(note).toBeHidden({ timeout: 30_000 });
  await expect(rowOf(page, `${search}@example.com`)).toBeVisible(LIVE);
  await add(owner, `${search}.2@example.com`);
  await expect(rowOf(page, `${search}.2@example.com`)).toBeVisible(LIVE);
});
