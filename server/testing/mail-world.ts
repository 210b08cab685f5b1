import { eq, sql } from "drizzle-orm";
import { expect, vi } from "vitest";
import { outboxMails } from "#db/schema/mail.ts";
import { SEND_MAIL } from "#server/domains/mail/delivery/catalog.ts";
import { sendMail } from "#server/domains/mail/delivery/jobs.ts";
import { getMail } from "#server/domains/mail/queries.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import type { Mailing } from "#server/domains/mail/templates/content.ts";
import type { Context } from "#server/platform/context.ts";
import { createMailer, type Mailer } from "#server/platform/mailer/mailer.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { createJobWorld } from "./job-world.ts";
import type { startResendPeer } from "./resend-peer.ts";

const NOTHING = { resendApiKey: undefined, resendBaseUrl: undefined, smtpUrl: undefined };
const FROM = { mailFrom: "Binnacle <admin@binnacle.example>" };
type Settings = Partial<typeof FROM> & { [Name in keyof typeof NOTHING]?: string };

const IMPATIENT = { retryDelaySeconds: 1, retryDelayMaxSeconds: 1 };
const URL = "https://admin.example.com/account";

/** A mail of each priority; the first has a link that lets somebody in. */
export const samples = {
  reset: (to: string): Mailing => ({
    ...{ template: "password-reset", to, name: "Ada" },
    ...{ url: `${URL}?token=s3cret-s3cret`, expiresAt: new Date(Date.now() + 3_600_000) },
  }),
  signIn: (to: string): Mailing => ({
    ...{ template: "new-sign-in", to, name: "Ada ✓", at: new Date(0) },
    ...{ device: { program: "Firefox", os: null }, address: "192.0.2.1", accountUrl: URL },
  }),
  welcome: (to: string): Mailing => ({
    ...{ template: "welcome", to, name: "Ada", url: URL, accountUrl: URL },
  }),
  alert: (to: string): Mailing => ({
    ...{ template: "job-alert", to, queue: "q", metric: "depth", value: 9, threshold: 1 },
    ...{ isOver: false, url: URL },
  }),
  digest: (to: string): Mailing => ({
    ...{ template: "digest", to, name: "Ada", url: URL },
    ...{ since: new Date(0), until: new Date(1), figures: { newUsers: 3 } },
  }),
};

/** A database with the queue of mail, a provider of the test's choice, and workers on demand. */
export async function createMailWorld(changes: Partial<JobDefinition> = {}) {
  const definition = { ...SEND_MAIL, ...IMPATIENT, ...changes };
  const job = { definition, run: sendMail } as unknown as RegisteredJob;
  const world = await createJobWorld([job], { superviseIntervalSeconds: 1 });
  let stop: (() => Promise<void>) | undefined;
  const ctx = (): Context => world.anonymous();

  return {
    ...world,
    ctx,
    /** Replaces the provider. */
    use(settings: Settings, timeoutMs?: number): void {
      world.services.mailer.close();
      world.services.mailer = createMailer(
        { ...FROM, ...NOTHING, ...settings } as never,
        timeoutMs,
      );
    },
    async startSending(): Promise<void> {
      const worker = await world.startWorker();
      stop = () => worker.stop(1);
    },
    /** @returns the id of the mail */
    write: (mailing: Mailing) => inTransaction(ctx(), (tx) => enqueueMail(tx, ctx(), mailing)),
    read: (mailId: string) => getMail(ctx(), mailId),
    untilStatus: (mailId: string, status: string) =>
      vi.waitFor(async () => expect(await getMail(ctx(), mailId)).toMatchObject({ status }), {
        timeout: 20_000,
        interval: 50,
      }),
    eventsOf: async (mailId: string) => (await getMail(ctx(), mailId)).events,
    kindsOf: async (mailId: string) =>
      (await getMail(ctx(), mailId)).events.map(({ kind }) => kind),
    /** As if it had been written so long ago. */
    age: (mailId: string, seconds: number) =>
      world.services.db
        .update(outboxMails)
        .set({ createdAt: new Date(Date.now() - seconds * 1000) })
        .where(eq(outboxMails.id, mailId)),
    jobs: () =>
      world.services.db.execute<{ id: string; state: string; priority: number; wait: number }>(
        sql`select id, state::text, priority,
            extract(epoch from start_after - created_on)::float8 as wait
          from pgboss.job where name = ${SEND_MAIL.name} order by created_on, id`,
      ),
    async close(): Promise<void> {
      await stop?.();
      world.services.mailer.close();
      await world.close();
    },
  };
}
export type MailWorld = Awaited<ReturnType<typeof createMailWorld>>;

/** Has the provider fail until the mailer leaves it alone. */
export async function openBreaker(
  mailer: Mailer,
  peer: Pick<Awaited<ReturnType<typeof startResendPeer>>, "script">,
): Promise<void> {
  const mail = { id: "x", to: "a@example.com", subject: "s", html: "h", text: "t", headers: {} };
  peer.script(500, 500, 500, "drop", "drop");
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(mailer.send(mail, new AbortController().signal)).rejects.toThrow("Resend");
  }
}
