import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Mail is written here in the caller's transaction and kept for the dashboard. */
export const outboxMails = pgTable(
  "outbox_mails",
  {
    id: uuid().primaryKey(),
    template: text().notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    createdAt: instant().notNull(),
    /** Kept: there is no provider, so it stays here. */
    status: text().notNull().default("kept"),
    /** Of its newest status. */
    statusAt: instant(),
    /** How the provider names it. */
    providerId: text().unique(),
    /** Why it was not sent, where we know it ourselves: of `MAIL_REASONS`. */
    reason: text(),
    /** Why it was not delivered, in the provider's words. */
    problem: text(),
    /** What goes out with it, the same at every attempt. */
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** When its one-time links stop working; null where it has none. */
    linksExpireAt: instant(),
    /** Since when these links are no longer in its text. */
    linksRemovedAt: instant(),
  },
  (table) => [
    check(
      "outbox_mails_status",
      sql`${table.status} in ('kept', 'queued', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'suppressed')`,
    ),
    index("outbox_mails_status_created_at_index").on(table.status, table.createdAt, table.id),
    index("outbox_mails_status_recipient_index").on(table.status, table.recipient, table.id),
    index("outbox_mails_links_expire_at_index")
      .on(table.linksExpireAt)
      .where(sql`${table.linksRemovedAt} is null and ${table.linksExpireAt} is not null`),
    index("outbox_mails_created_at_index").on(table.createdAt, table.id),
    index("outbox_mails_recipient_index").on(table.recipient, table.id),
    index("outbox_mails_recipient_prefix_index").on(table.recipient.op("text_pattern_ops")),
    index("outbox_mails_template_created_at_index").on(table.template, table.createdAt, table.id),
    index("outbox_mails_template_recipient_index").on(table.template, table.recipient, table.id),
    index("outbox_mails_recipient_trigram_index").using(
      "gin",
      sql`${table.recipient} gin_trgm_ops`,
    ),
    index("outbox_mails_search_index").using(
      "gin",
      sql`lower(${table.recipient} || ' ' || ${table.subject}) gin_trgm_ops`,
    ),
  ],
);

/** What became of a mail, in the order in which it happened there. */
export const mailEvents = pgTable(
  "mail_events",
  {
    id: uuid().primaryKey(),
    mailId: uuid()
      .notNull()
      .references(() => outboxMails.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    at: instant().notNull(),
    /** Of `MAIL_REASONS`. */
    reason: text(),
    /** In the provider's words. */
    detail: text(),
    /** Of what a provider has reported; the same report again changes nothing. */
    reportId: text().unique(),
  },
  (table) => [index().on(table.mailId, table.at)],
);

/** Addresses that get no mail any more, or none that can be given up. */
export const mailSuppressions = pgTable(
  "mail_suppressions",
  {
    /** In small letters. */
    recipient: text().primaryKey(),
    id: uuid().notNull().defaultRandom(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    createdByName: text(),
  },
  (table) => [
    uniqueIndex("mail_suppressions_id_index").on(table.id),
    index("mail_suppressions_created_at_index").on(table.createdAt, table.id),
    index("mail_suppressions_reason_created_at_index").on(table.reason, table.createdAt, table.id),
    index("mail_suppressions_reason_recipient_index").on(table.reason, table.recipient, table.id),
    index("mail_suppressions_recipient_index").on(table.recipient, table.id),
    index("mail_suppressions_recipient_prefix_index").on(table.recipient.op("text_pattern_ops")),
    index("mail_suppressions_recipient_trigram_index").using(
      "gin",
      sql`${table.recipient} gin_trgm_ops`,
    ),
  ],
);

/** Whether an address wants a kind of mail, since it was first asked or written to. */
export const mailPreferences = pgTable(
  "mail_preferences",
  {
    /** In small letters. */
    recipient: text().notNull(),
    category: text().notNull(),
    isWanted: boolean().notNull(),
    /** In the links of such mail; all that it lets anybody do is to choose this. */
    token: text().notNull().unique(),
    changedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recipient, table.category] }),
    index().on(table.category, table.recipient).where(sql`${table.isWanted}`),
  ],
);
