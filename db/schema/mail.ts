import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
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
  },
  (table) => [
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
