import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";

test("an admin changes a limit, sees where it comes from, and takes it back", async ({
  makePerson,
  visit,
}) => {
  const page = await visit({ as: await makePerson(["admin"], "Sven Setter") });
  await page.goto("/");
  await page.getByRole("link", { name: "Settings" }).click();
  const sessions = page.getByRole("region", { name: "Sessions" });
  const idle = sessions.getByRole("textbox", { name: "Idle limit" });
  await expect(idle).toHaveValue("30");
  await expect(sessions).toContainText("From the configuration");
  await idle.fill("45");
  await sessions.getByRole("button", { name: "Save" }).click();
  await expect(sessions).toContainText("Changed");

  await page.reload();
  await expect(idle).toHaveValue("45");
  await sessions.getByRole("button", { name: "Fill in the defaults" }).click();
  await expect(idle).toHaveValue("30");
  await sessions.getByRole("button", { name: "Save" }).click();
  await expect(sessions).toContainText("From the configuration");
});

test("a value that cannot be lands on its field", async ({ owner, visit }) => {
  const page = await visit({ as: owner });
  await page.goto("/settings");
  const limits = page.getByRole("region", { name: "Rate limits" });
  const perUser = limits.getByRole("textbox", { name: "Per user" });
  await perUser.fill("1");
  await limits.getByRole("button", { name: "Save" }).click();
  await expect(perUser).toBeFocused();
  await expect(perUser).toHaveAttribute("aria-invalid", "true");

  const registration = page.getByRole("region", { name: "Registration" });
  const domains = registration.getByRole("combobox", { name: "Allowed domains" });
  await domains.fill("not a domain");
  await domains.press("Enter");
  await registration.getByRole("button", { name: "Save" }).click();
  await expect(registration).toContainText("Expected a domain such as example.com");
});

test("of two who change the same group, the second is told and loads the latest", async ({
  owner,
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(409, "settings.update");
  const pages = [await visit({ as: owner }), await visit({ as: await makePerson(["admin"]) })];
  for (const page of pages) await page.goto("/settings");
  const [first, second] = pages.map((page) => page.getByRole("region", { name: "Sessions" }));
  if (!first || !second) throw new Error("Two pages are open");
  const absolute = { name: "Absolute limit" };
  await first.getByRole("textbox", absolute).fill("10");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first).toContainText("Changed");

  await second.getByRole("textbox", absolute).fill("11");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByRole("alert")).toContainText("Somebody else changed these settings");
  await second.getByRole("button", { name: "Load the latest version" }).click();
  await expect(second.getByRole("textbox", absolute)).toHaveValue("10");
  await second.getByRole("button", { name: "Fill in the defaults" }).click();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second).toContainText("From the configuration");
});
