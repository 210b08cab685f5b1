import { z } from "zod";
import { AuditEntry } from "#server/domains/audit/schema.ts";

export const OverviewInput = z.strictObject({ days: z.int().min(7).max(365).default(30) });

/** One entry per UTC day, oldest first, zero days included; `day` is YYYY-MM-DD. */
export const DailyCounts = z.strictObject({
  days: z.array(z.strictObject({ day: z.string(), count: z.int() })),
  total: z.int(),
  /** Of as many days before these. */
  previousTotal: z.int(),
});
export type DailyCounts = z.infer<typeof DailyCounts>;

export const Overview = z.strictObject({
  /** The users that the viewer may see; null for one without `users.read`. */
  users: z
    .strictObject({ total: z.int(), active: z.int(), invited: z.int(), suspended: z.int() })
    .nullable(),
  signUps: DailyCounts.nullable(),
  /** Null for a viewer who may not see the sessions of all users. */
  liveSessions: z.int().nullable(),
  /** Null, as are the changes, for a viewer who may not read the whole audit log. */
  signIns: z.strictObject({ succeeded: DailyCounts, failed: DailyCounts }).nullable(),
  recentChanges: z.array(AuditEntry).nullable(),
});
export type Overview = z.infer<typeof Overview>;

export const SEVERITIES = ["urgent", "warning", "advice"] as const;

/** Something that somebody should look at; `href` is the page where it is mended. */
export const AttentionItem = z.strictObject({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  title: z.string(),
  detail: z.string(),
  href: z.string(),
});
export type AttentionItem = z.infer<typeof AttentionItem>;
