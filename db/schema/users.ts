import { type SQLWrapper, sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Holds for all but the users in the trash, whom lists pass over however many they are. */
const isKept = ({ status }: { status: SQLWrapper }) => sql`${status} <> 'deleted'`;

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    /** Names of system roles and keys of custom ones. */
    roles: text().array().notNull(),
    department: text(),
    status: text({ enum: ["invited", "active", "suspended", "deleted"] }).notNull(),
    suspendedReason: text(),
    /** When the suspension ends by itself. */
    suspendedUntil: instant(),
    /** When and by whom the user was put into the trash; that user may be gone since. */
    deletedAt: instant(),
    deletedBy: uuid(),
    /** What a restored user is again. */
    statusBeforeDeletion: text({ enum: ["invited", "active", "suspended"] }),
    emailVerifiedAt: instant(),
    lastSignInAt: instant(),
    /** Of the mail that they get; null until they have chosen one. */
    locale: text({ enum: ["en", "de", "fr", "ja"] }),
    /** Names the picture of the user; null for none. */
    avatarTag: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check(
      "users_status_check",
      sql`${table.status} in ('invited', 'active', 'suspended', 'deleted')`,
    ),
    check(
      "users_deletion_check",
      sql`(${table.status} = 'deleted') = (${table.deletedAt} is not null)
        and (${table.status} = 'deleted') = (${table.statusBeforeDeletion} is not null)`,
    ),
    check("users_locale", sql`${table.locale} in ('en', 'de', 'fr', 'ja')`),
    check("users_email_lowercase", sql`${table.email} = lower(${table.email})`),
    index("users_status_index").on(table.status),
    index("users_created_at_index").on(table.createdAt, table.id).where(isKept(table)),
    index("users_status_created_at_index").on(table.status, table.createdAt, table.id),
    index("users_name_index").on(table.name, table.id).where(isKept(table)),
    index("users_name_prefix_index").on(sql`lower(${table.name}) text_pattern_ops`),
    index("users_email_prefix_index").on(table.email.op("text_pattern_ops")),
    index("users_status_name_index").on(table.status, table.name, table.id),
    index("users_status_email_index").on(table.status, table.email),
    index("users_updated_at_index").on(table.updatedAt, table.id).where(isKept(table)),
    // Of all: Postgres takes no statistics of an expression from an index of some.
    index("users_last_sign_in_index").on(
      sql`coalesce(${table.lastSignInAt}, '-infinity'::timestamptz)`,
      table.id,
    ),
    index("users_deleted_at_index")
      .on(table.deletedAt, table.id)
      .where(sql`${table.status} = 'deleted'`),
    index("users_suspended_until_index")
      .on(table.suspendedUntil)
      .where(sql`${table.status} = 'suspended'`),
    index("users_department_index").on(table.department, table.createdAt, table.id),
    index("users_roles_index").using("gin", table.roles),
    // What all addresses have in common must not be looked for among the names.
    index("users_name_trigram_index").using("gin", sql`lower(${table.name}) gin_trgm_ops`),
    index("users_search_index").using(
      "gin",
      sql`lower(${table.name} || ' ' || ${table.email}) gin_trgm_ops`,
    ),
  ],
);
