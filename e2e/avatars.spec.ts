import { expect, type Page } from "@playwright/test";
import { EXAMPLE_IMAGE } from "#server/domains/users/avatars/catalog.ts";
import { test } from "./fixtures.ts";
import { expectAccessible } from "./support/layout.ts";

const PICTURE = {
  name: "me.png",
  mimeType: "image/png",
  buffer: Buffer.from(EXAMPLE_IMAGE, "base64"),
};

const pictures = (page: Page) => page.locator('img[src*="/avatar?v="]');

test("a picture is put on the own account and seen in the shell, the list and on the page", async ({
  makePerson,
  owner,
  visit,
}) => {
  const person = await makePerson(["viewer"], "Petra Picture");
  const page = await visit({ as: person });
  await page.goto("/account");
  const profile = page.getByRole("region", { name: "Profile" });
  await expect(profile.getByRole("button", { name: "Add picture" })).toBeVisible();
  await profile.locator("input[type=file]").setInputFiles(PICTURE);
  await expect(profile.getByRole("button", { name: "Change picture" })).toBeVisible();
  await expect(pictures(page)).toHaveCount(2);
  const width = (img: HTMLImageElement) => img.naturalWidth;
  await expect.poll(() => pictures(page).first().evaluate(width)).toBe(256);
  await expectAccessible(page);

  const others = await visit({ as: owner });
  await others.goto(`/users?search=${encodeURIComponent(person.email)}`);
  await expect(pictures(others)).toHaveCount(1);
  await others.getByRole("link", { name: person.name }).click();
  await expect(others.getByRole("heading", { name: person.name })).toBeVisible();
  await expect(pictures(others).first()).toBeVisible();
  await expect(others.getByRole("region", { name: "History" })).toContainText("Picture changed");
  await others.getByRole("button", { name: "Remove picture" }).click();
  await expect(others.getByRole("button", { name: "Add picture" })).toBeVisible();
  await expect(pictures(others)).toHaveCount(0);

  await page.reload();
  await expect(profile.getByRole("button", { name: "Add picture" })).toBeVisible();
  await expect(pictures(page)).toHaveCount(0);
});

test("what is no picture is refused with a sentence beside it", async ({
  makePerson,
  visit,
  failures,
}) => {
  failures.expect(422, "/api/v1/account/avatar");
  const page = await visit({ as: await makePerson(["viewer"]) });
  await page.goto("/account");
  const profile = page.getByRole("region", { name: "Profile" });
  await expect(profile.getByRole("button", { name: "Add picture" })).toBeVisible();
  const input = profile.locator("input[type=file]");
  await input.setInputFiles({ ...PICTURE, buffer: Buffer.from("<svg/>") });
  await expect(profile.getByRole("alert")).toHaveText("Choose a PNG, JPEG or WebP picture");
  await input.setInputFiles({ ...PICTURE, buffer: Buffer.alloc(2_200_000) });
  await expect(profile.getByRole("alert")).toHaveText("Choose a picture of at most 2 MB");
});
