import { expect, type Page } from "@playwright/test";
import { DEVICES, test } from "./fixtures.ts";
import type { Binnacle } from "./support/binnacle.ts";
import { addErrorGroup, addFailedJob } from "./support/database.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/layout.ts";
import { fillPattern, listPagePatterns, OPEN_PAGES } from "./support/pages.ts";
import { newAddress, type Person, readMailedLink, tokenOf } from "./support/people.ts";

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [DEVICES.laptop, DEVICES.phone].map(({ viewport }) => ({ colorScheme, viewport })),
);
const MISSING = "/no-such-page";

async function expectSoundInEveryLook(page: Page) {
  await expect(page.locator("[aria-busy=true], [data-starting]")).toHaveCount(0);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/ · Binnacle$/);
  for (const { colorScheme, viewport } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

/** The address of a page with a user, a mail, a role, a job and a link that exist. */
async function addressOf(pattern: string, owner: Person, binnacle: Binnacle): Promise<string> {
  const { api } = owner.caller;
  const email = newAddress();
  const { id: userId } = await api.users.invite.mutate({
    email,
    name: "Axel Axe",
    roles: ["support"],
  });
  const { items } = await api.mail.list.query({});
  const mailId = items.find(({ recipient }) => recipient === email)?.id ?? "";
  const roleKey = `axe-${crypto.randomUUID().slice(0, 8)}`;
  const time = { days: [1], from: "09:00", to: "17:00", timeZone: "UTC" };
  const grants = [{ permission: "users.read" as const, conditions: { time } }];
  await api.roles.create.mutate({ key: roleKey, label: "Axe", description: "For axe", grants });
  const jobId = crypto.randomUUID();
  if (pattern.includes("[jobId]"))
    await addFailedJob(binnacle, { id: jobId, queue: "audit.verify", payload: { axe: true } });
  const groupId = crypto.randomUUID();
  if (pattern.includes("[groupId]")) await addErrorGroup(binnacle, { id: groupId, place: "axe" });
  const address = fillPattern(pattern, { userId, mailId, roleKey, jobId, groupId, side: "new" });
  if (!OPEN_PAGES.includes(pattern)) return address;
  const link = await readMailedLink(owner, { to: email, template: "invitation" });
  return `${address}?token=${tokenOf(link)}`;
}

for (const pattern of [...listPagePatterns(), MISSING]) {
  test(`${pattern} passes axe and fits its window`, async ({
    binnacle,
    owner,
    visit,
    failures,
  }) => {
    if (pattern === MISSING) failures.expect(404, MISSING);
    const page = await visit({ as: OPEN_PAGES.includes(pattern) ? undefined : owner });
    await page.goto(await addressOf(pattern, owner, binnacle));
    await expectSoundInEveryLook(page);
  });
}

test("the page for those who may not passes axe", async ({ makePerson, visit, failures }) => {
  failures.expect(403, "/health");
  const page = await visit({ as: await makePerson(["viewer"]) });
  await page.goto("/health");
  await expectSoundInEveryLook(page);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const device of ["laptop", "phone"] as const) {
    test(`dialogs and menus pass axe: ${colorScheme}, ${device}`, async ({
      owner,
      makePerson,
      visit,
    }) => {
      const person = await makePerson(["viewer"]);
      const page = await visit({ as: owner, colorScheme, device });
      const dialog = page.getByRole("dialog");
      await page.goto(`/users/${person.userId}`);
      for (const name of ["Edit", "Suspend", "Revoke all"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await expect(dialog).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
      }
      await page.goto("/account");
      for (const name of ["Change address", "Delete account"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await expect(dialog).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
      }
      if (device === "phone") await page.getByRole("button", { name: "Open navigation" }).click();
      await page.getByRole("button", { name: /^Account of/ }).click();
      await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}
