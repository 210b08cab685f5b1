import { z } from "zod";
import { Text } from "#server/platform/text/schema.ts";

export const StartImpersonationInput = z.strictObject({
  userId: z.uuid(),
  /** Kept in the audit log. */
  reason: Text(500).min(3, "Say why, in a few words"),
});
export type StartImpersonationInput = z.infer<typeof StartImpersonationInput>;

/** What counts for an impersonation that begins now. */
export const ImpersonationTerms = z.strictObject({ durationSeconds: z.int() });

/** One that has begun, and when it ends at the latest. */
export const Impersonation = z.strictObject({ endsAt: z.date() });
export type Impersonation = z.infer<typeof Impersonation>;
