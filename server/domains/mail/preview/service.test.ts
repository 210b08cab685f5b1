import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { outboxMails } from "#db/schema/mail.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { chooseMail } from "#server/domains/mail/preferences/service.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import { auditOf, createAccount } from "#server/testing/accounts.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { SEND_MAIL } from "../delivery/catalog.ts";
import { sendMail } from "../delivery/jobs.ts";
import { mailRouter } from "../router.ts";
import { addSuppression } from "../suppressions/service.ts";

const createCaller = createCallerFactory(mailRouter);
const smtp = createMailer({
  ...{ mailFrom: "admin@binnacle.example", smtpUrl: "smtp://127.0.0.1:9" },
  ...{ resendApiKey: undefined, resendBaseUrl: undefined },
});

let world: JobWorld;
let owner: User;

beforeAll(async () => {
  world = await createJobWorld([{ definition: SEND_MAIL, run: sendMail } as never]);
});
afterAll(() => world.close());
beforeEach(async () => {
  owner = await createAccount(world, { roles: ["owner"] });
});

const template = "job-alert";
const send = (mailer = smtp) =>
  createCaller({ ...world.as(owner), mailer }).sendTest({ template, locale: "de" });
const readStatus = async (mailId: string) =>
  (await world.services.db.select().from(outboxMails)).find(({ id }) => id === mailId)?.status;

function hold(reason: "complained" | "manual"): Promise<void> {
  const recipient = owner.email;
  return world.services.db.transaction((tx) =>
    addSuppression(tx, world.anonymous(), { recipient, reason }),
  );
}

test("a test message tells that it is on its way, and is in the audit log", async () => {
  const { mailId, outcome } = await send();
  expect(outcome).toBe("queued");
  expect(await readStatus(mailId)).toBe("queued");
  const [entry] = await auditOf(world, "mail.test-sent");
  expect(entry).toMatchObject({ subjectId: mailId, actorId: owner.id });
});

test("without a provider it tells that it stays here", async () => {
  const { mailId, outcome } = await send(world.services.mailer);
  expect(outcome).toBe("kept");
  expect(await readStatus(mailId)).toBe("kept");
});

test.each(["complained", "manual"] as const)(
  "to an address that is held back (%s) it tells so",
  async (reason) => {
    await hold(reason);
    expect(await send()).toMatchObject({ outcome: "suppressed" });
  },
);

test.each([
  ["with", smtp],
  ["without", undefined],
])("of a kind that is not wanted it tells so, %s a provider", async (_, mailer) => {
  await chooseMail(world.as(owner), { category: "alerts", isWanted: false });
  const { mailId, outcome } = await send(mailer ?? world.services.mailer);
  expect(outcome).toBe("unwanted");
  expect(await readStatus(mailId)).toBe("suppressed");
});

test("only whoever manages mail sends a test", async () => {
  const admin = createCaller(world.as(await createAccount(world, { roles: ["admin"] })));
  await expect(admin.sendTest({ template, locale: "de" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
