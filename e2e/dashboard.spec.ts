import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { newAddress } from "./support/people.ts";

test("the overview shows the real numbers", async ({ owner, makePerson, visit }) => {
  await makePerson(["viewer"]);
  const { users, signUpsInPeriod } = await owner.caller.api.overview.get.query({ days: 30 });
  const page = await visit({ as: owner });
  await page.goto("/");
  const format = (count: number) => count.toLocaleString("en-US");
  await expect(page.getByRole("link", { name: /: show users$/ })).toHaveText(format(users.total));
  await expect(page.getByRole("link", { name: /: show active$/ })).toHaveText(format(users.active));
  const chart = page.getByRole("region", { name: "New users" });
  await expect(chart).toContainText(format(signUpsInPeriod));
  await expect(chart.getByRole("img", { name: /over the last 30 days/ })).toBeVisible();
  await chart.getByText("7 days").click();
  await expect(page).toHaveURL("/?days=7");
  await expect(chart.getByRole("img", { name: /over the last 7 days/ })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Recent changes" }).getByRole("listitem"),
  ).toHaveCount(8);
  await page.getByRole("link", { name: /: show invited$/ }).click();
  await expect(page).toHaveURL("/users?status=invited");
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
