import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEntries } from "#db/schema/audit.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createAccount, mailsTo, visitor } from "#server/testing/accounts.ts";
import { createTestWorld, type TestWorld } from "#server/testing/context.ts";
import { accountRouter } from "../../account/router.ts";
import type { User } from "../../users/schema.ts";
import { mailRouter } from "../router.ts";
import { enqueueMail } from "../service.ts";
import { movePreferences } from "./service.ts";

let world: TestWorld;
let user: User;
const mail = createCallerFactory(mailRouter);
const account = createCallerFactory(accountRouter);

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await createAccount(world);
});

const wishesOf = (recipient: string) =>
  world.services.db.select().from(mailPreferences).where(eq(mailPreferences.recipient, recipient));

function move(from: string, to: string): Promise<void> {
  const ctx = world.anonymous();
  return inTransaction(ctx, (tx) => movePreferences(tx, ctx, { from, to }));
}

async function alertTo(to: string) {
  const ctx = world.anonymous();
  await inTransaction(ctx, (tx) =>
    enqueueMail(tx, ctx, {
      ...{ template: "job-alert", to, queue: "q", metric: "depth" },
      ...{ value: 9, threshold: 1, isOver: false, url: "https://admin.example.com/jobs" },
    }),
  );
  const [written] = await mailsTo(world, to);
  const token = /unsubscribe\?token=([\w-]+)/.exec(written?.text ?? "")?.[1] ?? "";
  return { ...written, token };
}

test("a link in the mail gives up mail of its kind, and asks for it again", async () => {
  const to = "operator@example.org";
  const { token, status } = await alertTo(to);
  expect(status).toBe("kept");
  const reader = mail(visitor(world));
  const shown = { category: "alerts", recipient: "op…@example.org" };
  expect(await reader.subscription({ token })).toEqual({ ...shown, isWanted: true });

  const given = await reader.changeSubscription({ token, isWanted: false });
  expect(given).toEqual({ ...shown, isWanted: false });
  // A second press changes nothing, and is no entry of its own.
  await reader.changeSubscription({ token, isWanted: false });
  const entries = await world.services.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, to));
  expect(entries).toMatchObject([{ action: "mail.preference-changed", actorKind: "anonymous" }]);

  expect(await alertTo(to)).toMatchObject({ status: "suppressed", reason: "unwanted", token });
  await reader.changeSubscription({ token, isWanted: true });
  expect(await alertTo(to)).toMatchObject({ status: "kept", reason: null });
});

test.each(["made-up", "a".repeat(43)])("the token %s is nobody's: 404", async (token) => {
  const reader = mail(visitor(world));
  await expect(reader.subscription({ token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const change = reader.changeSubscription({ token, isWanted: false });
  await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("mail that an account needs has no way out", async () => {
  const ctx = world.anonymous();
  const link = { url: "https://admin.example.com/x", expiresAt: new Date() };
  await inTransaction(ctx, (tx) =>
    enqueueMail(tx, ctx, { template: "password-reset", to: user.email, name: "x", ...link }),
  );
  const [written] = await mailsTo(world, user.email);
  expect(written?.text).not.toContain("unsubscribe");
});

test("one chooses on the account page; the choice is in one's history", async () => {
  const caller = account(world.as(user));
  expect(await caller.mailChoices()).toEqual({ alerts: true, digest: false });
  expect(await caller.chooseMail({ category: "digest", isWanted: true })).toEqual({
    alerts: true,
    digest: true,
  });
  await expect(
    caller.chooseMail({ category: "security" as never, isWanted: false }),
  ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});

test("the choices go with somebody to another address", async () => {
  await account(world.as(user)).chooseMail({ category: "alerts", isWanted: false });
  const to = `new-${user.email}`;
  const [before] = await wishesOf(user.email);
  await move(user.email, to);
  const [after, ...others] = await wishesOf(to);
  expect(after).toMatchObject({ category: "alerts", isWanted: false });
  expect(others).toEqual([]);
  expect(await wishesOf(user.email)).toEqual([]);
  // Whoever has the mailbox before now has nothing to choose.
  expect(after?.token).not.toBe(before?.token);
});

test("what the other address has given up stays given up", async () => {
  await account(world.as(user)).chooseMail({ category: "digest", isWanted: true });
  const to = `other-${user.email}`;
  const { token } = await alertTo(to);
  await mail(visitor(world)).changeSubscription({ token, isWanted: false });
  await alertTo(user.email);
  await move(user.email, to);
  const wishes = (await wishesOf(to)).map(({ category, isWanted }) => [category, isWanted]);
  expect(wishes.sort()).toEqual([
    ["alerts", false],
    ["digest", true],
  ]);
  const reader = mail(visitor(world));
  await expect(reader.subscription({ token })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("mail is in the language that its reader chose, else of the browser, else of the settings", async () => {
  const ctx = world.anonymous();
  const write = async (request: Partial<typeof ctx.request>) => {
    const asked = { ...ctx, request: { ...ctx.request, ...request } };
    await inTransaction(ctx, (tx) =>
      enqueueMail(tx, asked, {
        ...{ template: "email-changed", to: user.email, name: "Ada" },
        ...{ newEmail: "b@example.com", at: new Date() },
      }),
    );
    const [written] = await mailsTo(world, user.email);
    return written?.subject;
  };
  expect(await write({})).toBe("Your e-mail address was changed");
  expect(await write({ locale: () => "fr" })).toBe("Votre adresse e-mail a été changée");
  await account(world.as(user)).setLanguage({ locale: "ja" });
  expect(await write({ locale: () => "fr" })).toBe("メールアドレスが変更されました");
  const [row] = await world.services.db.select().from(users).where(eq(users.id, user.id));
  expect(row?.locale).toBe("ja");
  const wrong = account(world.as(user)).setLanguage({ locale: "tlh" as never });
  await expect(wrong).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
});
