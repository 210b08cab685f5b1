import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

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
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    index("outbox_mails_created_at_index").on(table.createdAt, table.id),
    index("outbox_mails_recipient_index").on(table.recipient),
  ],
);
