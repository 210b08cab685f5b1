import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
    /** Why it was not delivered. */
    problem: text(),
  },
  (table) => [
    check(
      "outbox_mails_status",
      sql`${table.status} in ('kept', 'queued', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'suppressed')`,
    ),
    index("outbox_mails_status_created_at_index").on(table.status, table.createdAt, table.id),
    index("outbox_mails_status_recipient_index").on(table.status, table.recipient, table.id),
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
    detail: text(),
    /** Of what a provider has reported; the same report again changes nothing. */
    reportId: text().unique(),
  },
  (table) => [index().on(table.mailId, table.at)],
);

/** Addresses that get no mail any more. */
export const mailSuppressions = pgTable("mail_suppressions", {
  /** In small letters. */
  recipient: text().primaryKey(),
  reason: text().notNull(),
  createdAt: instant().notNull(),
  createdByName: text(),
});

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
