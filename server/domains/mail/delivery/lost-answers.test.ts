import { afterEach, beforeEach, expect, test } from "vitest";
import { jobAttempts } from "#db/schema/jobs.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { createMailWorld, type MailWorld, samples } from "#server/testing/mail-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { startSmtpPeer } from "#server/testing/smtp-peer.ts";

const IMPATIENT_MS = 500;

let world: MailWorld;

beforeEach(async () => {
  world = await createMailWorld();
});
afterEach(() => world.close());

const failedAttempts = () => world.services.db.select().from(jobAttempts);

test("a provider that takes a mail and never answers has it once, by its key", async () => {
  const peer = await startResendPeer();
  world.use({ resendApiKey: "re_test", resendBaseUrl: peer.url }, IMPATIENT_MS);
  peer.script("take-and-hang", "take-and-hang");
  const id = await world.write(samples.signIn("ada@example.com"));
  await world.startSending();
  await world.untilStatus(id, "sent");
  expect(peer.taken()).toMatchObject([{ key: id, to: "ada@example.com" }]);
  expect(peer.requests.length).toBeGreaterThanOrEqual(3);
  expect(new Set(peer.requests.map(({ key }) => key))).toEqual(new Set([id]));
  expect((await failedAttempts())[0]).toMatchObject({ error: { name: "TimeoutError" } });
  expect(await world.kindsOf(id)).toEqual(["delayed", "sent"]);
  await peer.close();
});

test("a server that takes a mail and drops the connection gets it again under its Message-ID", async () => {
  const peer = await startSmtpPeer();
  world.use({ smtpUrl: peer.url });
  peer.takeAndDrop(1);
  const id = await world.write(samples.signIn("ada@example.com"));
  await world.startSending();
  await world.untilStatus(id, "sent");
  const messageId = `<${id}@binnacle.example>`;
  const received = peer.received.map(({ source }) => /^Message-ID: (.+)$/m.exec(source)?.[1]);
  expect(received).toEqual([messageId, messageId]);
  expect(await failedAttempts()).toMatchObject([
    { attempt: 0, error: { message: expect.stringMatching(/clos|ECONNRESET/) } },
  ]);
  expect(await world.eventsOf(id)).toMatchObject([
    { kind: "delayed", detail: expect.stringMatching(/clos|ECONNRESET/) },
    { kind: "sent" },
  ]);
  const [row] = await world.services.db.select().from(outboxMails);
  expect(row).toMatchObject({ providerId: messageId, problem: null });
  world.use({});
  await peer.close();
});
