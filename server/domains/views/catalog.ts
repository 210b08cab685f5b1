import type { Permission } from "#server/platform/access/catalog.ts";

/** The lists of which views can be saved, where they are, and what it takes to see them. */
export const VIEW_LISTS = {
  users: { permission: "users.read", path: "/users" },
  trash: { permission: "users.delete", path: "/users/trash" },
  jobs: { permission: "jobs.read", path: "/jobs/list" },
  errors: { permission: "errors.read", path: "/errors" },
  mail: { permission: "mail.read", path: "/mail" },
  suppressions: { permission: "mail.read", path: "/mail/suppressions" },
  audit: { permission: "audit.read", path: "/audit" },
} as const satisfies Record<string, { permission: Permission; path: string }>;

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
