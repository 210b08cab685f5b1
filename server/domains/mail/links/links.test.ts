import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { outboxMails } from "#db/schema/mail.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { User } from "#server/domains/users/schema.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { auditOf, createAccount, mailedToken } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { mailRouter } from "../router.ts";
import { enqueueMail } from "../service.ts";
import type { Mailing } from "../templates/content.ts";
import { removeExpiredLinks } from "./service.ts";

const TOKEN = "s3cret-Token_0123456789";
const HOUR_MS = 3_600_000;
const createCaller = createCallerFactory(mailRouter);

let world: TestWorld;
let owner: User;

beforeAll(async () => {
  world = await createTestWorld();
  owner = await createAccount(world, { roles: ["owner"] });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.services.db.delete(outboxMails);
});

const reset = (): Mailing => ({
  ...{ template: "password-reset", to: "ada@example.com", name: "Ada" },
  url: `https://admin.example.com/reset-password?token=${TOKEN}`,
  expiresAt: new Date(world.services.now().getTime() + HOUR_MS),
});

function write(mailing: Mailing): Promise<string> {
  const ctx = world.anonymous();
  return inTransaction(ctx, (tx) => enqueueMail(tx, ctx, mailing));
}

const readRow = async (mailId: string) =>
  (await world.services.db.select().from(outboxMails).where(eq(outboxMails.id, mailId)))[0];

const smtp = createMailer({
  ...{ mailFrom: "admin@binnacle.example", smtpUrl: "smtp://127.0.0.1:9" },
  ...{ resendApiKey: undefined, resendBaseUrl: undefined },
});
const withProvider = () => createCaller({ ...world.as(owner), mailer: smtp });

test("where mail stays here, its links are whole: there is no other way to them", async () => {
  const mailId = await write(reset());
  const mail = await createCaller(world.as(owner)).get({ mailId });
  expect(mail.areLinksHidden).toBe(false);
  expect(mail.html).toContain(`token=${TOKEN}`);
  expect(await mailedToken(world, "ada@example.com", "password-reset")).toBe(TOKEN);
});

test("where a provider sends mail, nobody reads a link that lets them in", async () => {
  const mailId = await write(reset());
  const mail = await withProvider().get({ mailId });
  expect(JSON.stringify(mail)).not.toContain(TOKEN);
  expect(mail.areLinksHidden).toBe(true);
  expect(mail.html).toContain('href="https://admin.example.com/reset-password?token=…"');
  expect(mail.text).toContain("https://admin.example.com/reset-password?token=…");
  expect((await readRow(mailId))?.html).toContain(TOKEN);
});

test("nor the one by which somebody gives up mail", async () => {
  const mailId = await write({
    ...{ template: "job-alert", to: "ops@example.com", queue: "q", metric: "depth", value: 9 },
    ...{ threshold: 1, isOver: false, url: "https://admin.example.com/jobs" },
  });
  const { html, text } = await withProvider().get({ mailId });
  expect(`${html} ${text}`).not.toMatch(/token=[\w-]/);
  expect(text).toContain("/unsubscribe?token=…");
});

test("a link goes out of the database when it has expired, and no sooner", async () => {
  const mailId = await write(reset());
  expect(await removeExpiredLinks(world.anonymous())).toBe(0);
  world.advance(HOUR_MS + 1_000);
  const fresh = await write({ ...reset(), to: "eve@example.com" });
  expect(await removeExpiredLinks(world.anonymous())).toBe(1);
  const row = await readRow(mailId);
  expect(`${row?.html} ${row?.text}`).not.toContain(TOKEN);
  expect(row?.text).toContain("/reset-password?token=…");
  expect((await readRow(fresh))?.html).toContain(TOKEN);
  expect(await removeExpiredLinks(world.anonymous())).toBe(0);
  const [entry, ...others] = await auditOf(world, "mail.links-removed");
  expect(entry?.changes).toMatchObject({ mails: { after: 1 } });
  expect(others).toEqual([]);
});

test("mail whose link has expired is not sent again", async () => {
  const mailId = await write(reset());
  world.advance(HOUR_MS + 1_000);
  expect(await withProvider().get({ mailId })).toMatchObject({ canBeSent: false });
  await expect(withProvider().sendAgain({ mailId })).rejects.toMatchObject({ code: "CONFLICT" });
});
