import { afterEach, beforeEach, expect, test } from "vitest";
import { outboxMails } from "#db/schema/mail.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createMailWorld, type MailWorld, samples } from "#server/testing/mail-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { startSmtpPeer } from "#server/testing/smtp-peer.ts";
import { enqueueMail } from "../service.ts";

let world: MailWorld;

beforeEach(async () => {
  world = await createMailWorld();
});
afterEach(() => world.close());

async function startSmtp() {
  const { url, received, close } = await startSmtpPeer();
  return { settings: { smtpUrl: url }, recipients: () => received.flatMap(({ to }) => to), close };
}

async function startResend() {
  const { url, taken, close } = await startResendPeer();
  const settings = { resendApiKey: "re_test", resendBaseUrl: url };
  return { settings, recipients: () => taken().map(({ to }) => to), close };
}

async function writeInVain(): Promise<void> {
  const ctx = world.ctx();
  const writing = inTransaction(ctx, async (tx) => {
    await enqueueMail(tx, ctx, samples.signIn("nobody@example.com"));
    expect(await tx.select().from(outboxMails)).toHaveLength(1);
    throw new Error("The change was refused");
  });
  await expect(writing).rejects.toThrow("The change was refused");
}

test.each([
  ["SMTP", startSmtp],
  ["Resend", startResend],
])(
  "with %s, a mail and its job are there when the change is, and not otherwise",
  async (_, startPeer) => {
    const peer = await startPeer();
    world.use(peer.settings);
    await world.startSending();
    await writeInVain();
    expect(await world.services.db.select().from(outboxMails)).toEqual([]);
    expect(await world.jobs()).toEqual([]);
    const id = await world.write(samples.signIn("ada@example.com"));
    expect(await world.services.db.select().from(outboxMails)).toMatchObject([{ id }]);
    expect(await world.jobs()).toHaveLength(1);
    await world.untilStatus(id, "sent");
    expect(peer.recipients()).toEqual(["ada@example.com"]);
    world.use({});
    await peer.close();
  },
);
