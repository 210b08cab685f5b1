import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";
import { users } from "./users.ts";

/** Lists as somebody saved them: a name for a query string. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid().primaryKey(),
    /** The list that it is a view of: "users". */
    list: text().notNull(),
    name: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The query string of the list without its cursor. */
    state: text().notNull(),
    sharing: text({ enum: ["private", "roles", "everyone"] }).notNull(),
    /** Who may open it when it is shared with roles; empty otherwise. */
    roles: text().array().notNull(),
    canEdit: text({ enum: ["owner", "shared"] }).notNull(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    check("saved_views_state_length", sql`length(${table.state}) <= 4000`),
    check("saved_views_sharing_check", sql`${table.sharing} in ('private', 'roles', 'everyone')`),
    check("saved_views_can_edit_check", sql`${table.canEdit} in ('owner', 'shared')`),
    uniqueIndex("saved_views_name_index").on(table.ownerId, table.list, sql`lower(${table.name})`),
    index("saved_views_shared_index").on(table.list).where(sql`${table.sharing} <> 'private'`),
  ],
);

/** The view with which a list opens for somebody. */
export const defaultViews = pgTable(
  "default_views",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    list: text().notNull(),
    viewId: uuid()
      .notNull()
      .references(() => savedViews.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.list] }),
    index("default_views_view_index").on(table.viewId),
  ],
);
