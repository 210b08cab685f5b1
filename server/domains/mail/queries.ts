import { desc, eq, lt } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import { AppError } from "#server/platform/errors.ts";
import type { ListMailInput, MailPage, MailWithBody } from "./schema.ts";

const summaryColumns = {
  id: outboxMails.id,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  createdAt: outboxMails.createdAt,
};

/** Newest first; ids are UUIDv7, so their order is the order in time. */
export async function listMail(db: Queryable, filter: ListMailInput): Promise<MailPage> {
  const rows = await db
    .select(summaryColumns)
    .from(outboxMails)
    .where(filter.cursor ? lt(outboxMails.id, filter.cursor) : undefined)
    .orderBy(desc(outboxMails.id))
    .limit(filter.limit + 1);
  const items = rows.slice(0, filter.limit);
  const hasMore = rows.length > filter.limit;
  return { items, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null };
}

/** @throws AppError NOT_FOUND */
export async function getMail(db: Queryable, mailId: string): Promise<MailWithBody> {
  const [mail] = await db
    .select({ ...summaryColumns, html: outboxMails.html, text: outboxMails.text })
    .from(outboxMails)
    .where(eq(outboxMails.id, mailId));
  if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
  return mail;
}
