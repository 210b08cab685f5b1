import { and, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { outboxMails } from "#db/schema/mail.ts";
import type { MailTemplate } from "../catalog.ts";
import { findPreference } from "../preferences/queries.ts";
import { findSuppression } from "../suppressions/queries.ts";

const queuedColumns = {
  id: outboxMails.id,
  template: outboxMails.template,
  recipient: outboxMails.recipient,
  subject: outboxMails.subject,
  html: outboxMails.html,
  text: outboxMails.text,
  headers: outboxMails.headers,
  createdAt: outboxMails.createdAt,
  linksExpireAt: outboxMails.linksExpireAt,
};

/** A mail that waits to be sent; null for one that does not, or is not there. */
export async function findQueued(db: Queryable, mailId: string) {
  const [mail] = await db
    .select(queuedColumns)
    .from(outboxMails)
    .where(and(eq(outboxMails.id, mailId), eq(outboxMails.status, "queued")));
  return mail ? { ...mail, template: mail.template as MailTemplate } : null;
}
export type QueuedMail = NonNullable<Awaited<ReturnType<typeof findQueued>>>;

interface Addressed {
  recipient: string;
  template: MailTemplate;
}

/** Why mail of this kind must not go to the address, by what is known now. */
export async function findObjection(
  db: Queryable,
  mail: Addressed,
): Promise<"suppressed" | "unwanted" | null> {
  if (await findSuppression(db, mail)) return "suppressed";
  const preference = await findPreference(db, mail);
  return preference?.isWanted === false ? "unwanted" : null;
}
