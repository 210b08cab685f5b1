import { expect } from "@playwright/test";
import { startSmtpPeer } from "#server/testing/smtp-peer.ts";
import { test } from "./fixtures.ts";
import { launchBinnacle } from "./support/binnacle.ts";
import { expectAccessible } from "./support/layout.ts";
import { newAddress, setUpOwner } from "./support/people.ts";

test("mail goes out over SMTP, its address is held back, and it is sent again", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const peer = await startSmtpPeer();
  const binnacle = await launchBinnacle({
    SMTP_URL: peer.url,
    MAIL_FROM: "admin@binnacle.example",
  });
  try {
    const owner = await setUpOwner(binnacle);
    const email = newAddress();
    await owner.caller.api.users.invite.mutate({ name: "Ada", email, roles: ["viewer"] });
    await expect.poll(() => peer.received.flatMap(({ to }) => to)).toContain(email);
    const page = await visit({ as: owner, at: binnacle.url });
    await page.goto("/mail");
    const row = page.getByRole("row").filter({ hasText: email }).first();
    await expect(row).toContainText("Sent", { timeout: 15_000 });
    await row.getByRole("link").first().click();
    await expect(page.getByText("What became of it")).toBeVisible();
    await expect(page.getByText("Hidden: they work for whoever has them.")).toBeVisible();
    await expectAccessible(page);

    await page.goto("/mail/suppressions");
    await expect(page.getByText("No address is held back")).toBeVisible();
    await page.getByRole("button", { name: "Hold an address back" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Address" }).fill(email);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Hold it back" }).click();
    await expect(page.getByRole("grid", { name: "Held back addresses" })).toContainText(email);

    const sent = peer.received.length;
    await page.goBack();
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByRole("main")).toContainText("Held back", { timeout: 15_000 });
    expect(peer.received).toHaveLength(sent);
    await page.goto("/mail/suppressions");
    await page.getByRole("button", { name: `Let ${email} get mail again` }).click();
    await expect(page.getByText("No address is held back")).toBeVisible();
    await page.close();
  } finally {
    await binnacle.remove();
    await peer.close();
  }
});

test("the sending domain is checked, and a name server without an answer is said to be one", async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const binnacle = await launchBinnacle({
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "admin@binnacle.invalid",
  });
  try {
    const owner = await setUpOwner(binnacle);
    const page = await visit({ as: owner, at: binnacle.url });
    await page.goto("/mail");
    await page.getByRole("link", { name: "Sending domain" }).click();
    const records = page.getByRole("region", { name: "binnacle.invalid" }).getByRole("listitem");
    await expect(records).toHaveCount(3, { timeout: 30_000 });
    await expect(records.nth(0)).toContainText(/Wrong|Not known/);
    await expect(records.nth(1)).toContainText("Name the selector in the settings of mail.");
    await expect(records.nth(2)).toContainText("_dmarc.binnacle.invalid");
    await expectAccessible(page);
    await page.close();
  } finally {
    await binnacle.remove();
  }
});
