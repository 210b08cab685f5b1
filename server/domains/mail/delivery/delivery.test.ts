import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jobQueues } from "#db/schema/jobs.ts";
import { mailEvents, mailPreferences, outboxMails } from "#db/schema/mail.ts";
import { createMailWorld, type MailWorld, samples } from "#server/testing/mail-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { startSmtpPeer } from "#server/testing/smtp-peer.ts";
import { MAIL_TEMPLATES, type MailTemplate } from "../catalog.ts";
import { sendMailAgain } from "../service.ts";
import { suppress, unsuppress } from "../suppressions/service.ts";
import { priorityOf, SEND_MAIL } from "./catalog.ts";

let world: MailWorld;

beforeEach(async () => {
  world = await createMailWorld();
});
afterEach(() => world.close());

test("without a provider mail stays in the outbox, and no job is made", async () => {
  world.use({});
  const id = await world.write(samples.signIn("ada@example.com"));
  expect(await world.read(id)).toMatchObject({ status: "kept", canBeSent: false });
  expect(await world.jobs()).toHaveLength(0);
  await expect(sendMailAgain(world.ctx(), { mailId: id })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

describe("over SMTP", () => {
  let peer: Awaited<ReturnType<typeof startSmtpPeer>>;

  beforeEach(async () => {
    peer = await startSmtpPeer();
    world.use({ smtpUrl: peer.url });
  });
  afterEach(async () => {
    world.use({});
    await peer.close();
  });

  test("a mail goes out as HTML and text to its one recipient", async () => {
    const id = await world.write(samples.signIn("ada@example.com"));
    expect(await world.read(id)).toMatchObject({ status: "queued" });
    await world.startSending();
    await world.untilStatus(id, "sent");
    const [mail] = peer.received;
    expect(mail).toMatchObject({ from: "admin@binnacle.example", to: ["ada@example.com"] });
    expect(mail?.source).toContain(`Message-ID: <${id}@binnacle.example>`);
    expect(mail?.source).toContain("From: Binnacle <admin@binnacle.example>");
    expect(mail?.source).toContain("Auto-Submitted: auto-generated");
    expect(mail?.source).toContain("Content-Type: text/plain; charset=utf-8");
    expect(mail?.source).toContain("Content-Type: text/html; charset=utf-8");
  });

  test("mail that can be given up says how, to programs as well; what an account needs does not", async () => {
    const alert = await world.write(samples.alert("operator@example.com"));
    const needed = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(alert, "sent");
    await world.untilStatus(needed, "sent");
    const [toOperator] = peer.received.filter(({ to }) => to.includes("operator@example.com"));
    const headers = toOperator?.source.split("\r\n\r\n")[0]?.replace(/\r\n\s+/g, " ");
    expect(headers).toMatch(
      /^List-Unsubscribe: <http[^>]+\/api\/mail\/unsubscribe\?token=[\w-]{43}>/m,
    );
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const [toAda] = peer.received.filter(({ to }) => to.includes("ada@example.com"));
    expect(toAda?.source).not.toContain("List-Unsubscribe");
  });

  test("what its reader has given up while it waited is held back", async () => {
    const id = await world.write(samples.alert("operator@example.com"));
    await world.services.db.update(mailPreferences).set({ isWanted: false });
    await world.startSending();
    await world.untilStatus(id, "suppressed");
    expect(await world.read(id)).toMatchObject({ reason: "unwanted", problem: null });
    expect(peer.received).toHaveLength(0);
  });

  test("what is refused for now is sent later, under the same Message-ID", async () => {
    peer.refuse(451, 421);
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(id, "sent");
    expect(peer.received).toHaveLength(1);
    expect(peer.received[0]?.source).toContain(`Message-ID: <${id}@`);
  });

  test("what is refused for good is not tried again, and says why", async () => {
    peer.refuse(550);
    const id = await world.write(samples.signIn("gone@example.com"));
    await world.startSending();
    await world.untilStatus(id, "failed");
    const { reason, problem } = await world.read(id);
    expect(reason).toBe("refused");
    expect(problem).toContain("Scripted 550");
    expect(peer.received).toHaveLength(0);
  });

  test("mail waits for a password that is put right", async () => {
    const strict = await startSmtpPeer({ hasTls: true, password: "new" });
    world.use({ smtpUrl: `smtp://a:old@127.0.0.1:${strict.port}?tls.rejectUnauthorized=false` });
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await expect.poll(async () => (await world.jobs())[0]?.state).toBe("retry");
    expect(await world.read(id)).toMatchObject({ status: "queued" });
    strict.changePassword("old");
    await world.untilStatus(id, "sent");
    world.use({});
    await strict.close();
  });
});

describe("through Resend", () => {
  let peer: Awaited<ReturnType<typeof startResendPeer>>;

  beforeEach(async () => {
    peer = await startResendPeer();
    world.use({ resendApiKey: "re_test", resendBaseUrl: peer.url });
  });
  afterEach(() => peer.close());

  test("a provider that takes a mail and loses its answer has it once, by its key", async () => {
    peer.script("take-and-drop", "take-and-drop");
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(id, "sent");
    expect(peer.taken()).toMatchObject([
      { key: id, to: "ada@example.com", tags: [{ name: "mail", value: id }] },
    ]);
    expect(peer.requests.map(({ key }) => key)).toEqual([id, id, id]);
    expect(peer.requests[0]?.authorization).toBe("Bearer re_test");
    const [row] = await world.services.db.select().from(outboxMails);
    expect(row?.providerId).toBe(`re_${id}`);
  });

  test("what was taken before the sender was changed counts as sent", async () => {
    peer.script("take-and-drop");
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await expect.poll(() => peer.requests.length).toBe(1);
    world.use({
      ...{ resendApiKey: "re_test", resendBaseUrl: peer.url },
      mailFrom: "Another <other@binnacle.example>",
    });
    await world.untilStatus(id, "sent");
    expect(peer.taken()).toMatchObject([{ from: "Binnacle <admin@binnacle.example>" }]);
  });

  test("the address by which mail is given up is the same at every attempt", async () => {
    peer.script(500);
    const id = await world.write(samples.alert("operator@example.com"));
    await world.services.db.update(mailPreferences).set({ token: "another" });
    await world.startSending();
    await world.untilStatus(id, "sent");
    const header = peer.taken()[0]?.headers["List-Unsubscribe"];
    expect(header).toMatch(/token=[\w-]{43}>$/);
  });

  test.each([401, 403, 404, 500, 503])("an answer of %i is tried again", async (status) => {
    peer.script(status);
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(id, "sent");
    expect(peer.requests).toHaveLength(2);
  });

  test.each([400, 413, 422])("an answer of %i is not", async (status) => {
    peer.script(status);
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(id, "failed");
    expect(await world.kindsOf(id)).toEqual(["failed"]);
    expect(peer.requests).toHaveLength(1);
  });

  test("a provider that fails again and again is left alone", async () => {
    const { mailer } = world.services;
    peer.script(500, 500, 500, "drop", "drop");
    const mail = { id: "x", to: "a@example.com", subject: "s", html: "h", text: "t", headers: {} };
    const { signal } = new AbortController();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(mailer.send(mail, signal)).rejects.toThrow("Resend");
    }
    expect(mailer.breaker()).toBe("open");
    await expect(mailer.send(mail, signal)).rejects.toMatchObject({ name: "MailPutOff" });
    expect(peer.requests).toHaveLength(5);
  });

  test("an address that is held back gets nothing, until it is let go", async () => {
    await suppress(world.ctx(), { recipient: "Ada@Example.com" });
    const id = await world.write(samples.signIn("ada@example.com"));
    await world.startSending();
    await world.untilStatus(id, "suppressed");
    expect(await world.read(id)).toMatchObject({ reason: "suppressed" });
    expect(peer.requests).toHaveLength(0);
    await unsuppress(world.ctx(), { recipient: "ada@example.com" });
    await expect(unsuppress(world.ctx(), { recipient: "ada@example.com" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const again = await sendMailAgain(world.ctx(), { mailId: id });
    await world.untilStatus(again, "sent");
    expect(peer.taken()).toHaveLength(1);
  });

  test("what somebody waits for goes before what can wait", async () => {
    const { db } = world.services;
    await db.insert(jobQueues).values({ name: SEND_MAIL.name, concurrency: 1 });
    const late = await world.write(samples.alert("ops@example.com"));
    await world.write(samples.welcome("new@example.com"));
    await world.write(samples.reset("ada@example.com"));
    await world.write(samples.signIn("eve@example.com"));
    await world.startSending();
    await world.untilStatus(late, "sent");
    expect(peer.taken().map(({ to }) => to)).toEqual([
      "ada@example.com",
      "eve@example.com",
      "new@example.com",
      "ops@example.com",
    ]);
    const events = await db.select().from(mailEvents).orderBy(asc(mailEvents.at));
    expect(events).toHaveLength(4);
  });

  test("a password reset that is written after fifty digests goes before them", async () => {
    const { db } = world.services;
    await db.insert(jobQueues).values({ name: SEND_MAIL.name, concurrency: 1 });
    const reader = { recipient: "ops@example.com", category: "digest", isWanted: true, token: "t" };
    await db.insert(mailPreferences).values({ ...reader, changedAt: new Date() });
    for (let n = 0; n < 50; n++) await world.write(samples.digest(reader.recipient));
    const reset = await world.write(samples.reset("ada@example.com"));
    expect(await world.jobs()).toHaveLength(51);
    await world.startSending();
    await world.untilStatus(reset, "sent");
    expect(peer.requests[0]).toMatchObject({ key: reset });
  });
});

test("every kind of mail has one of three priorities, and only what can be given up the lowest", () => {
  const templates = Object.keys(MAIL_TEMPLATES) as MailTemplate[];
  const levels = Map.groupBy(templates, priorityOf);
  const [first, second, third, ...others] = [...levels.keys()].sort((a, b) => b - a);
  expect(others).toEqual([]);
  expect(levels.get(first ?? 0)).toEqual(
    expect.arrayContaining(["password-reset", "email-verification", "new-sign-in"]),
  );
  expect(levels.get(second ?? 0)).toEqual(expect.arrayContaining(["invitation", "welcome"]));
  expect(levels.get(third ?? 0)).toEqual(["job-alert", "digest"]);
});
