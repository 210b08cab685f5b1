import { asc, eq } from "drizzle-orm";
import { mailEvents, outboxMails } from "#db/schema/mail.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { hasExpired, hideTokens } from "./links/one-time-links.ts";
import type { Mail, MailWithBody } from "./schema.ts";

/** What is told of a mail without opening it: its text holds links that let people in. */
export const summaryColumns = {
  id: outboxMails.id,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  createdAt: outboxMails.createdAt,
  status: outboxMails.status,
  reason: outboxMails.reason,
  problem: outboxMails.problem,
};

const bodyColumns = {
  html: outboxMails.html,
  text: outboxMails.text,
  linksExpireAt: outboxMails.linksExpireAt,
};

const eventColumns = {
  id: mailEvents.id,
  kind: mailEvents.kind,
  at: mailEvents.at,
  reason: mailEvents.reason,
  detail: mailEvents.detail,
};

/**
 * Where a provider sends mail, nobody else needs the links in it: they let in whoever has them.
 * @throws AppError NOT_FOUND
 */
export async function getMail(
  { db, mailer, now }: Pick<Context, "db" | "mailer" | "now">,
  mailId: string,
): Promise<MailWithBody> {
  const [[mail], events] = await Promise.all([
    db
      .select({ ...summaryColumns, ...bodyColumns })
      .from(outboxMails)
      .where(eq(outboxMails.id, mailId)),
    db
      .select(eventColumns)
      .from(mailEvents)
      .where(eq(mailEvents.mailId, mailId))
      .orderBy(asc(mailEvents.at), asc(mailEvents.id)),
  ]);
  if (!mail) throw new AppError("NOT_FOUND", "There is no such mail.");
  const { html, text, linksExpireAt, ...summary } = mail;
  const hasProvider = mailer.driver !== "outbox";
  const shown = hasProvider ? { html: hideTokens(html), text: hideTokens(text) } : { html, text };
  return {
    ...(summary as Mail),
    ...shown,
    events: events as MailWithBody["events"],
    areLinksHidden: shown.text !== text,
    canBeSent: hasProvider && !hasExpired({ linksExpireAt }, now()),
  };
}
