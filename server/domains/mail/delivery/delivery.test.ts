import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { jobQueues } from "#db/schema/jobs.ts";
import { mailEvents, mailPreferences, outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createJobWorld, type JobWorld } from "#server/testing/job-world.ts";
import { startResendPeer } from "#server/testing/resend-peer.ts";
import { startSmtpPeer } from "#server/testing/smtp-peer.ts";
import { SEND_MAIL } from "../catalog.ts";
import { getMail } from "../queries.ts";
import { resendMail } from "../resend.ts";
import { enqueueMail } from "../service.ts";
import { suppress, unsuppress } from "../suppressions/service.ts";
import { sendMail } from "./jobs.ts";

const IMPATIENT = { ...SEND_MAIL, retryDelaySeconds: 1, retryDelayMaxSeconds: 1 };
const FROM = { mailFrom: "Binnacle <admin@binnacle.example>" };
const NOTHING = { resendApiKey: undefined, resendBaseUrl: undefined, smtpUrl: undefined };

let world: JobWorld;
let ctx: Context;
let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  const job = { definition: IMPATIENT, run: sendMail } as unknown as RegisteredJob;
  world = await createJobWorld([job], { superviseIntervalSeconds: 1 });
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  world.services.mailer.close();
  await world.close();
});

function use(settings: Partial<typeof NOTHING>): void {
  world.services.mailer = createMailer({ ...FROM, ...NOTHING, ...settings } as never);
  ctx = world.anonymous();
}

async function startWorker(): Promise<void> {
  const worker = await world.startWorker();
  stop = () => worker.stop(1);
}

async function write(to: string, template: "new-sign-in" | "job-alert" = "new-sign-in") {
  const url = "https://admin.example.com/account";
  await inTransaction(ctx, (tx) =>
    template === "new-sign-in"
      ? enqueueMail(tx, ctx, {
          ...{ template, to, name: "Ada ✓", at: new Date(0), device: "Firefox" },
          ...{ address: "192.0.2.1", accountUrl: url },
        })
      : enqueueMail(tx, ctx, {
          ...{ template, to, queue: "q", metric: "depth", value: 9, threshold: 1 },
          ...{ isOver: false, url },
        }),
  );
  const [mail] = await ctx.db.select().from(outboxMails).where(eq(outboxMails.recipient, to));
  if (!mail) throw new Error("No mail");
  return mail.id;
}

const untilStatus = (id: string, status: string) =>
  vi.waitFor(async () => expect(await getMail(ctx, id)).toMatchObject({ status }), {
    timeout: 20_000,
    interval: 50,
  });
const kindsOf = async (id: string) => (await getMail(ctx, id)).events.map(({ kind }) => kind);

test("without a provider mail stays in the outbox, and no job is made", async () => {
  use({});
  const id = await write("ada@example.com");
  expect(await getMail(ctx, id)).toMatchObject({ status: "kept", canBeSent: false });
  expect(await ctx.db.execute(sql`select 1 from pgboss.job`)).toHaveLength(0);
  await expect(resendMail(ctx, { mailId: id })).rejects.toMatchObject({ code: "CONFLICT" });
});

describe("over SMTP", () => {
  let peer: Awaited<ReturnType<typeof startSmtpPeer>>;

  beforeEach(async () => {
    peer = await startSmtpPeer();
    use({ smtpUrl: peer.url as never });
  });
  afterEach(async () => {
    world.services.mailer.close();
    await peer.close();
  });

  test("a mail goes out as HTML and text to its one recipient", async () => {
    const id = await write("ada@example.com");
    expect(await getMail(ctx, id)).toMatchObject({ status: "queued" });
    await startWorker();
    await untilStatus(id, "sent");
    const [mail] = peer.received;
    expect(mail).toMatchObject({ from: "admin@binnacle.example", to: ["ada@example.com"] });
    expect(mail?.source).toContain(`Message-ID: <${id}@binnacle.example>`);
    expect(mail?.source).toContain("From: Binnacle <admin@binnacle.example>");
    expect(mail?.source).toContain("Content-Type: text/plain; charset=utf-8");
    expect(mail?.source).toContain("Content-Type: text/html; charset=utf-8");
  });

  test("mail that can be given up says how, to programs as well; what an account needs does not", async () => {
    const alert = await write("operator@example.com", "job-alert");
    const needed = await write("ada@example.com");
    await startWorker();
    await untilStatus(alert, "sent");
    await untilStatus(needed, "sent");
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
    const id = await write("operator@example.com", "job-alert");
    await ctx.db.update(mailPreferences).set({ isWanted: false });
    await startWorker();
    await untilStatus(id, "suppressed");
    expect(peer.received).toHaveLength(0);
  });

  test("what is refused for now is sent later, under the same Message-ID", async () => {
    peer.refuse(451, 421);
    const id = await write("ada@example.com");
    await startWorker();
    await untilStatus(id, "sent");
    expect(peer.received).toHaveLength(1);
    expect(peer.received[0]?.source).toContain(`Message-ID: <${id}@`);
  });

  test("what is refused for good is not tried again, and says why", async () => {
    peer.refuse(550);
    const id = await write("gone@example.com");
    await startWorker();
    await untilStatus(id, "failed");
    expect((await getMail(ctx, id)).problem).toMatch(/550|Scripted/);
    expect(peer.received).toHaveLength(0);
  });
});

describe("through Resend", () => {
  let peer: Awaited<ReturnType<typeof startResendPeer>>;

  beforeEach(async () => {
    peer = await startResendPeer();
    use({ resendApiKey: "re_test" as never, resendBaseUrl: peer.url as never });
  });
  afterEach(() => peer.close());

  test("a provider that takes a mail and loses its answer has it once, by its key", async () => {
    peer.script("take-and-drop", "take-and-drop");
    const id = await write("ada@example.com");
    await startWorker();
    await untilStatus(id, "sent");
    expect(peer.taken()).toMatchObject([
      { key: id, to: "ada@example.com", tags: [{ name: "mail", value: id }] },
    ]);
    expect(peer.requests.map(({ key }) => key)).toEqual([id, id, id]);
    expect(peer.requests[0]?.authorization).toBe("Bearer re_test");
    const [row] = await ctx.db.select().from(outboxMails);
    expect(row?.providerId).toBe(`re_${id}`);
  });

  test.each([429, 500, 503])("an answer of %i is tried again", async (status) => {
    peer.script(status);
    const id = await write("ada@example.com");
    await startWorker();
    await untilStatus(id, "sent");
    expect(peer.requests).toHaveLength(2);
  });

  test.each([403, 422])("an answer of %i is not", async (status) => {
    peer.script(status);
    const id = await write("ada@example.com");
    await startWorker();
    await untilStatus(id, "failed");
    expect(await kindsOf(id)).toEqual(["failed"]);
    expect(peer.requests).toHaveLength(1);
  });

  test("a provider that fails again and again is left alone", async () => {
    const { mailer } = world.services;
    peer.script(500, 500, 500, "drop", "drop");
    const mail = { id: "x", to: "a@example.com", subject: "s", html: "h", text: "t" };
    const { signal } = new AbortController();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(mailer.send(mail, signal)).rejects.toThrow("Resend");
    }
    expect(mailer.breaker()).toBe("open");
    await expect(mailer.send(mail, signal)).rejects.toThrow(/breaker is open|circuit/i);
    expect(peer.requests).toHaveLength(5);
  });

  test("refusals of single mails do not open the breaker", async () => {
    const { mailer } = world.services;
    peer.script(...Array.from({ length: 8 }, () => 422));
    const mail = { id: "x", to: "a@example.com", subject: "s", html: "h", text: "t" };
    for (let attempt = 0; attempt < 8; attempt++) {
      await expect(mailer.send(mail, new AbortController().signal)).rejects.toThrow("422");
    }
    expect(mailer.breaker()).toBe("closed");
  });

  test("an address that is held back gets nothing, until it is let go", async () => {
    await suppress(ctx, { recipient: "Ada@Example.com" });
    const id = await write("ada@example.com");
    await startWorker();
    await untilStatus(id, "suppressed");
    expect(peer.requests).toHaveLength(0);
    await unsuppress(ctx, { recipient: "ada@example.com" });
    await expect(unsuppress(ctx, { recipient: "ada@example.com" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const again = await resendMail(ctx, { mailId: id });
    await untilStatus(again, "sent");
    expect(peer.taken()).toHaveLength(1);
  });

  test("what somebody waits for goes before what can wait", async () => {
    await ctx.db.insert(jobQueues).values({ name: SEND_MAIL.name, concurrency: 1 });
    const late = await write("ops@example.com", "job-alert");
    await write("ada@example.com");
    await write("eve@example.com");
    await startWorker();
    await untilStatus(late, "sent");
    expect(peer.taken().map(({ to }) => to)).toEqual([
      "ada@example.com",
      "eve@example.com",
      "ops@example.com",
    ]);
    const events = await ctx.db.select().from(mailEvents).orderBy(asc(mailEvents.at));
    expect(events).toHaveLength(3);
  });
});
