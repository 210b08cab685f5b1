import { afterAll, beforeAll, expect, test } from "vitest";
import { createCallerFactory } from "#server/api/trpc.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { mailsTo } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { mailRouter } from "./router.ts";
import { enqueueMail } from "./service.ts";
import type { Mailing } from "./templates/content.ts";

let world: TestWorld;
const createCaller = createCallerFactory(mailRouter);
const at = new Date("2026-03-01T12:00:00Z");
const url = "https://admin.example.com/invitation?token=abc&x=1";

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

function send(mailing: Mailing) {
  const ctx = world.anonymous();
  return inTransaction(ctx, (tx) => enqueueMail(tx, ctx, mailing));
}

const nasty = "Eve\r\nBcc: all@example.com\u2028<script>alert('x')</script>\u202egnp.\"&";
const mailings: Mailing[] = [
  { template: "invitation", to: "a@example.com", name: nasty, inviter: nasty, url, expiresAt: at },
  { template: "email-verification", to: "b@example.com", name: nasty, url, expiresAt: at },
  { template: "password-reset", to: "c@example.com", name: nasty, url, expiresAt: at },
  {
    template: "email-change-current",
    to: "f@example.com",
    name: nasty,
    newEmail: nasty,
    url,
    expiresAt: at,
  },
  {
    template: "password-changed",
    to: "d@example.com",
    name: nasty,
    at,
    address: nasty,
    resetUrl: url,
  },
  {
    template: "new-sign-in",
    to: "e@example.com",
    name: nasty,
    at,
    device: { program: nasty, os: nasty },
    address: nasty,
    accountUrl: url,
  },
  {
    template: "account-exists",
    to: "k@example.com",
    name: nasty,
    isInvited: false,
    signInUrl: url,
    resetUrl: url,
  },
];

const withLinks: Mailing[] = [
  ...mailings,
  { template: "registration", to: "j@example.com", url, expiresAt: at },
  { template: "email-change-new", to: "g@example.com", url, expiresAt: at },
];

const withoutLink: Mailing[] = [
  { template: "email-changed", to: "h@example.com", name: nasty, newEmail: nasty, at },
  { template: "account-deleted", to: "i@example.com", name: nasty, at, address: nasty },
];

test.each([...mailings, ...withoutLink])(
  "no name breaks out of a mail: $template",
  async (mailing) => {
    await send(mailing);
    const [mail] = await mailsTo(world, mailing.to);
    expect(mail?.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
    expect(mail?.html).not.toContain("<script>");
    expect(mail?.html).toContain("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;");
    expect(mail?.text).not.toMatch(/^Bcc:/m);
  },
);

test.each(withLinks)("the link is whole in both forms of a mail: $template", async (mailing) => {
  await send(mailing);
  const [mail] = await mailsTo(world, mailing.to);
  expect(mail?.html).toContain("token=abc&amp;x=1");
  expect(mail?.text).toContain(url);
});

test.each(["a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com", "", "nobody"])(
  "%j is no recipient",
  async (to) => {
    const mailing: Mailing = { template: "password-reset", to, name: "x", url, expiresAt: at };
    await expect(send(mailing)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  },
);

test("times in mails name their zone", async () => {
  await send({ template: "password-reset", to: "zone@example.com", name: "x", url, expiresAt: at });
  const [mail] = await mailsTo(world, "zone@example.com");
  expect(mail?.text).toContain("1 March 2026 at 12:00 UTC");
});

test("mail is listed newest first, page by page, without bodies", async () => {
  const caller = createCaller(world.as(await world.createUser({ roles: ["owner"] })));
  for (let index = 0; index < 7; index++) {
    const to = `page-${index}@example.com`;
    await send({ template: "password-reset", to, name: "x", url, expiresAt: at });
  }
  const first = await caller.list({ limit: 4 });
  expect(first.items.map(({ recipient }) => recipient)).toEqual(
    [6, 5, 4, 3].map((index) => `page-${index}@example.com`),
  );
  expect(first.items[0]).not.toHaveProperty("html");
  const second = await caller.list({ limit: 4, cursor: first.nextCursor ?? undefined });
  expect(second.items[0]?.recipient).toBe("page-2@example.com");
  const [newest] = first.items;
  expect(await caller.get({ mailId: newest?.id ?? "" })).toMatchObject({
    recipient: "page-6@example.com",
    html: expect.stringMatching(/^<!DOCTYPE html/i),
  });
  const all = await caller.list({ limit: 100 });
  expect(all.nextCursor).toBeNull();
});

test("mail that is not there is NOT_FOUND; only owners read mail", async () => {
  const mailId = world.services.newId();
  const owner = createCaller(world.as(await world.createUser({ roles: ["owner"] })));
  await expect(owner.get({ mailId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const admin = createCaller(world.as(await world.createUser({ roles: ["admin"] })));
  await expect(admin.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(admin.get({ mailId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
