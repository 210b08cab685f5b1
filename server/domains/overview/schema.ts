import { z } from "zod";
import { AuditEntry } from "#server/domains/audit/schema.ts";

export const OverviewInput = z.strictObject({ days: z.int().min(7).max(365).default(30) });

export const Overview = z.strictObject({
  users: z.strictObject({
    total: z.int(),
    active: z.int(),
    invited: z.int(),
    suspended: z.int(),
  }),
  activeSessions: z.int(),
  signUpsInPeriod: z.int(),
  signUpsInPreviousPeriod: z.int(),
  /** One entry per UTC day, oldest first, zero days included; `day` is YYYY-MM-DD. */
  signUps: z.array(z.strictObject({ day: z.string(), count: z.int() })),
  /** Null for a viewer without `audit.read`. */
  recentChanges: z.array(AuditEntry).nullable(),
});
export type Overview = z.infer<typeof Overview>;
