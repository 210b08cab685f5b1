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

test("of two who change the same group, the second chooses field by field", async ({
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
  const remembered = { name: "Remembered devices" };
  await second.getByRole("textbox", absolute).fill("11");
  await first.getByRole("textbox", absolute).fill("10");
  await first.getByRole("textbox", remembered).fill("20");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first).toContainText("Changed");

  const limits = pages[1]?.getByRole("region", { name: "Rate limits" });
  const typed = limits?.getByRole("textbox", { name: "Per user" });
  if (!typed) throw new Error("Two pages are open");
  await typed.fill("777");
  await second.getByRole("button", { name: "Save" }).click();
  const conflict = second.getByRole("alert");
  await expect(conflict).toContainText("Somebody else changed these settings");
  await expect(conflict).toContainText("Only they changed, and now in this form: Remembered");
  await expect(second.getByRole("textbox", remembered)).toHaveValue("20");
  const choice = conflict.getByRole("radiogroup", { name: "Absolute limit" });
  await expect(choice.getByRole("radio", { name: "Take theirs" })).toHaveAccessibleDescription(
    /10 /,
  );
  await second.getByRole("button", { name: "Save" }).click();
  await expect(conflict).toContainText("Choose one of the two");
  await choice.getByRole("radio", { name: "Keep mine" }).check();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second).toContainText("Changed");
  await expect(second.getByRole("textbox", absolute)).toHaveValue("11");
  await expect(typed).toHaveValue("777");

  await second.getByRole("button", { name: "Fill in the defaults" }).click();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second).toContainText("From the configuration");
});
