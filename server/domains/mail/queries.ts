import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { AppError } from "#server/platform/errors.ts";
import type { MailWithBody } from "./schema.ts";

/** What is told of a mail without opening it: its text holds links that let people in. */
export const summaryColumns = {
  id: outboxMails.id,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  createdAt: outboxMails.createdAt,
};

/** @throws AppError NOT_FOUND */
export async function getMail(db: Queryable, mailId: string): Promise<MailWithBody> {
  const [mail] = await db
    .select({ ...summaryColumns, html: outboxMails.html, text: outboxMails.text })
    .from(outboxMails)
    .where(eq(outboxMails.id, mailId));
  if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
  return mail;
}
