import type { Permission } from "#server/platform/access/catalog.ts";

/** The lists of which views can be saved, and what it takes to see them. */
export const VIEW_LISTS = {
  users: { permission: "users.read" },
  mail: { permission: "mail.read" },
} as const satisfies Record<string, { permission: Permission }>;

export type ViewList = keyof typeof VIEW_LISTS;
export const VIEW_LIST_NAMES = Object.keys(VIEW_LISTS) as [ViewList, ...ViewList[]];

/** What a saved query string may set; the cursor is no part of it. */
export const VIEW_STATE_KEYS = [
  "search",
  "filter",
  "sort",
  "limit",
  "columns",
  "pinned",
  "widths",
  "density",
] as const;
