import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { outboxMails } from "#db/schema/mail.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { MailStatus } from "#server/domains/mail/catalog.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { openBreaker } from "#server/testing/mail-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { checkMail } from "./mail-check.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.services.db.delete(outboxMails);
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

interface Given {
  status: MailStatus;
  writtenMinutesAgo: number;
  settledMinutesAgo?: number;
}

async function write({ status, writtenMinutesAgo, settledMinutesAgo }: Given): Promise<void> {
  await world.services.db.insert(outboxMails).values({
    ...{ id: world.services.newId(), template: "welcome", recipient: "ada@example.com", status },
    ...{ subject: "Hello", html: "<p>", text: "", createdAt: minutesAgo(writtenMinutesAgo) },
    statusAt: settledMinutesAgo === undefined ? null : minutesAgo(settledMinutesAgo),
  });
}

test.each<Given[]>([
  [],
  [{ status: "queued", writtenMinutesAgo: 1 }],
  [{ status: "sent", writtenMinutesAgo: 20, settledMinutesAgo: 1 }],
  Array.from(
    { length: 9 },
    (): Given => ({ status: "failed", writtenMinutesAgo: 90, settledMinutesAgo: 16 }),
  ),
  Array.from(
    { length: 4 },
    (): Given => ({ status: "failed", writtenMinutesAgo: 1, settledMinutesAgo: 1 }),
  ),
])("all is well with %j", async (...given) => {
  for (const mail of given) await write(mail);
  expect(await checkMail(world.services)).toMatchObject({ status: "ok" });
});

test("a provider that a worker leaves alone shows, as long as the worker is heard of", async () => {
  const { db, newId } = world.services;
  const worker = { id: newId(), host: "here", pid: 1, version: "1", startedAt: minutesAgo(9) };
  await db
    .insert(workerHeartbeats)
    .values({ ...worker, seenAt: minutesAgo(0), leavesMailAlone: true });
  expect(await checkMail(world.services)).toMatchObject({
    status: "degraded",
    detail: "The provider does not answer; it is left alone for half a minute.",
  });
  await db.update(workerHeartbeats).set({ seenAt: minutesAgo(1) });
  expect(await checkMail(world.services)).toMatchObject({ status: "ok" });
});

test("mail that has waited for a quarter of an hour shows", async () => {
  await write({ status: "queued", writtenMinutesAgo: 16 });
  expect(await checkMail(world.services)).toMatchObject({
    status: "degraded",
    detail: "1 mails have waited for more than 15 minutes.",
  });
});

test("many mails that could not be sent in the last quarter of an hour show, however old they are", async () => {
  await write({ status: "failed", writtenMinutesAgo: 23 * 60, settledMinutesAgo: 14 });
  for (let n = 0; n < 4; n++)
    await write({ status: "failed", writtenMinutesAgo: 1, settledMinutesAgo: 1 });
  expect(await checkMail(world.services)).toMatchObject({
    status: "degraded",
    detail: "5 mails could not be sent in the last 15 minutes.",
    facts: [{ label: "Provider" }, { label: "Waiting", value: "0" }],
  });
});

test("a provider that this process leaves alone shows for as long as it does, though no mail is late yet", async () => {
  const peer = await startResendPeer();
  const mailer = createMailer({
    ...{ resendApiKey: "re_test", resendBaseUrl: peer.url, smtpUrl: undefined },
    mailFrom: "admin@binnacle.example",
  });
  const services = { ...world.services, mailer };
  expect(await checkMail(services)).toMatchObject({ status: "ok", detail: "Mail goes out." });
  await openBreaker(mailer, peer);
  expect(await checkMail(services)).toMatchObject({
    status: "degraded",
    detail: "The provider does not answer; it is left alone for half a minute.",
    facts: [{ label: "Provider", value: "Resend" }, { label: "Waiting" }],
  });
  const later = performance.now() + 31_000;
  const clock = vi.spyOn(performance, "now").mockReturnValue(later);
  expect(mailer.breaker()).toBe("half-open");
  clock.mockRestore();
  await peer.close();
});
