import { asc, eq } from "drizzle-orm";
import { mailEvents, outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { MailWithBody } from "./schema.ts";

/** What is told of a mail without opening it: its text holds links that let people in. */
export const summaryColumns = {
  id: outboxMails.id,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  createdAt: outboxMails.createdAt,
  status: outboxMails.status,
  problem: outboxMails.problem,
};

/** @throws AppError NOT_FOUND */
export async function getMail(
  { db, mailer }: Pick<Context, "db" | "mailer">,
  mailId: string,
): Promise<MailWithBody> {
  const [[mail], events] = await Promise.all([
    db
      .select({ ...summaryColumns, html: outboxMails.html, text: outboxMails.text })
      .from(outboxMails)
      .where(eq(outboxMails.id, mailId)),
    db
      .select({
        id: mailEvents.id,
        kind: mailEvents.kind,
        at: mailEvents.at,
        detail: mailEvents.detail,
      })
      .from(mailEvents)
      .where(eq(mailEvents.mailId, mailId))
      .orderBy(asc(mailEvents.at), asc(mailEvents.id)),
  ]);
  if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
  const status = mail.status as MailWithBody["status"];
  return { ...mail, status, events, canBeSent: mailer.driver !== "outbox" };
}
