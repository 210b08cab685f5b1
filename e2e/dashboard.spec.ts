import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { createCaller } from "./support/api.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { addPerson, newAddress, setUpOwner } from "./support/people.ts";

test("the overview shows the real numbers", async ({ owner, makePerson, visit }) => {
  await makePerson(["viewer"]);
  const { users, signUps, signIns } = await owner.caller.api.overview.get.query({ days: 30 });
  const page = await visit({ as: owner });
  await page.goto("/");
  const format = (count = 0) => count.toLocaleString("en-US");
  const show = (name: string) => page.getByRole("link", { name: new RegExp(`: show ${name}$`) });
  await expect(show("users")).toHaveText(format(users?.total));
  await expect(show("active")).toHaveText(format(users?.active));
  const newUsers = page.getByRole("region", { name: "New users" });
  await expect(newUsers).toContainText(format(signUps?.total));
  const chart = newUsers.getByRole("img", { name: /over the last/ });
  await expect(chart).toHaveAccessibleName(/the last 30 days/);
  // This visit's own sign-in is one more.
  const signedIn = format((signIns?.succeeded.total ?? 0) + 1);
  await expect(page.getByRole("region", { name: "Sign-ins" })).toContainText(
    `${signedIn}Signed in`,
  );
  await page.getByText("7 days", { exact: true }).click();
  await expect(page).toHaveURL("/?days=7");
  await expect(chart).toHaveAccessibleName(/the last 7 days/);
  await expect(
    page.getByRole("region", { name: "Recent changes" }).getByRole("listitem"),
  ).not.toHaveCount(0);
  await show("invited").click();
  await expect(page).toHaveURL(/filter=.*invited/);
});

test("somebody locked out is news on the overview, and leads to their page", async ({ visit }) => {
  // A server of its own: the failures lock the address that every test comes from.
  const own = await launchBinnacle();
  try {
    const owner = await setUpOwner(own);
    const person = await addPerson(owner, {
      url: own.url,
      name: "Lukas Locked",
      roles: ["viewer"],
    });
    const page = await visit({ as: owner, at: own.url });
    await page.goto("/");
    const news = page.getByRole("region", { name: "Needs attention" });
    await expect(news.getByRole("link", { name: "You are the only owner" })).toBeVisible();
    const { api } = createCaller(own.url);
    const { email } = person;
    for (let made = 0; made < 10; made++)
      await api.auth.signIn.mutate({ email, password: "wrong" }).catch(() => undefined);
    await page.reload();
    const locked = news.getByRole("listitem").filter({ hasText: "Lukas Locked is locked out" });
    await expect(locked).toContainText("Opens by itself in 15 min.");
    await expect(page.getByRole("region", { name: "Sign-ins" })).toContainText("10Failed");
    await locked.getByRole("link").click();
    await expect(page).toHaveURL(`${own.url}/users/${person.userId}`);
    await page.close();
  } finally {
    await own.remove();
  }
});

test("a viewer sees the users and nothing of the audit log", async ({ makePerson, visit }) => {
  const page = await visit({ as: await makePerson(["viewer"]) });
  await page.goto("/");
  await expect(page.getByRole("region", { name: "New users" })).toBeVisible();
  for (const name of ["Sign-ins", "Recent changes"])
    await expect(page.getByRole("region", { name })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Needs attention" })).toHaveText(
    "Nothing needs attention",
  );
});

test("the health page finds the system well and says which versions run", async ({
  owner,
  visit,
}) => {
  const page = await visit({ as: owner });
  await page.goto("/health");
  await expect(page.getByRole("status")).toHaveText(/All systems are healthy|needs attention/);
  for (const name of ["Database", "Migrations", "Workers"])
    await expect(page.getByRole("region", { name })).toContainText("Healthy");
  // What the machine that runs the tests may be short of.
  for (const name of ["Disk", "Memory", "Event loop"])
    await expect(page.getByRole("region", { name })).toContainText(/Healthy|Degraded/);
  await expect(page.getByRole("region", { name: "Versions" })).toContainText(/Node/);
});

test("the outbox shows a mail as sent and as plain text", async ({ owner, visit }) => {
  const email = newAddress();
  await owner.caller.api.users.invite.mutate({ email, name: "Mia <b>Mail</b>", roles: ["viewer"] });
  const page = await visit({ as: owner });
  await page.goto("/mail");
  await page
    .getByRole("row", { name: new RegExp(email) })
    .getByRole("link")
    .click();
  await expect(page.getByRole("region", { name: "Envelope" })).toContainText(email);
  const letter = page.getByTitle("Mail as sent").contentFrame();
  await expect(letter.getByText("Hello Mia <b>Mail</b>,")).toBeVisible();
  await page.getByRole("tab", { name: "Plain text" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("/invitation?token=");
});
