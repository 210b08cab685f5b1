import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    /** Names of system roles and keys of custom ones. */
    roles: text().array().notNull(),
    department: text(),
    status: text({ enum: ["invited", "active", "suspended"] }).notNull(),
    suspendedReason: text(),
    emailVerifiedAt: instant(),
    lastSignInAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check("users_status_check", sql`${table.status} in ('invited', 'active', 'suspended')`),
    check("users_email_lowercase", sql`${table.email} = lower(${table.email})`),
    index("users_status_index").on(table.status),
    index("users_created_at_index").on(table.createdAt, table.id),
    index("users_status_created_at_index").on(table.status, table.createdAt, table.id),
    index("users_name_index").on(table.name, table.id),
    index("users_name_prefix_index").on(sql`lower(${table.name}) text_pattern_ops`),
    index("users_email_prefix_index").on(table.email.op("text_pattern_ops")),
    index("users_status_name_index").on(table.status, table.name, table.id),
    index("users_status_email_index").on(table.status, table.email),
    index("users_updated_at_index").on(table.updatedAt, table.id),
    index("users_last_sign_in_index").on(
      sql`coalesce(${table.lastSignInAt}, '-infinity'::timestamptz)`,
      table.id,
    ),
    index("users_department_index").on(table.department, table.createdAt, table.id),
    index("users_roles_index").using("gin", table.roles),
    index("users_search_index").using(
      "gin",
      sql`lower(${table.name} || ' ' || ${table.email}) gin_trgm_ops`,
    ),
  ],
);
