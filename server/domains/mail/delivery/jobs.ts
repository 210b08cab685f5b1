import { eq } from "drizzle-orm";
import { outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { MailRefused } from "#server/platform/mailer/driver.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import { SEND_MAIL } from "../catalog.ts";
import { findPreference, type Preference, unsubscribeHeaders } from "../preferences/queries.ts";
import { UNWANTED } from "../service.ts";
import { isSuppressed } from "../suppressions/queries.ts";
import { type MailEvent, noteEvent } from "./service.ts";

type SendMail = (typeof SEND_MAIL)["payload"]["_output"];

/**
 * Hands the mail to the provider, by the same key at every attempt: killed after the provider has taken
 * it, it is asked again and answers what it did. One that is not waiting any more is left alone.
 */
export async function sendMail(ctx: Context, run: JobRun<SendMail>): Promise<string> {
  const { mailId } = run.payload;
  const [mail] = await ctx.db.select().from(outboxMails).where(eq(outboxMails.id, mailId));
  if (mail?.status !== "queued") return "Nothing to send";
  const settle = (event: Omit<MailEvent, "mailId" | "at">) =>
    run.once("settle", (tx) => noteEvent(tx, ctx, { mailId, at: ctx.now(), ...event }));
  const { id, recipient: to, template, subject, html, text } = mail;
  const preference = await findPreference(ctx.db, { recipient: to, template });
  const objection = await findObjection(ctx, to, preference);
  if (objection) {
    await settle({ kind: "suppressed", status: "suppressed", detail: objection });
    return "Held back";
  }
  const headers = preference && unsubscribeHeaders(ctx, preference);
  try {
    const outgoing = { id, to, subject, html, text, ...(headers && { headers }) };
    const providerId = await ctx.mailer.send(outgoing, run.signal);
    await settle({ kind: "sent", status: "sent", providerId });
    return "Sent";
  } catch (error) {
    if (run.signal.aborted) throw error;
    const isOver = error instanceof MailRefused || run.number >= SEND_MAIL.retryLimit;
    if (!isOver) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    await settle({ kind: "failed", status: "failed", detail: detail.slice(0, 500) });
    return "Not sent";
  }
}

/** Why the mail must not go out, by what is known now. */
async function findObjection(ctx: Context, recipient: string, preference: Preference | null) {
  if (await isSuppressed(ctx.db, recipient)) return "The address gets no mail.";
  return preference?.isWanted === false ? UNWANTED : null;
}
