import { z } from "zod";
import { EmailAddress } from "#server/platform/text/schema.ts";
import { SUPPRESSION_REASONS, type SuppressionReason } from "../catalog.ts";

export const Suppression = z.strictObject({
  recipient: z.string(),
  reason: z.enum(Object.keys(SUPPRESSION_REASONS) as [SuppressionReason, ...SuppressionReason[]]),
  createdAt: z.date(),
  /** Null when the provider reported it. */
  createdByName: z.string().nullable(),
});
export type Suppression = z.infer<typeof Suppression>;
export const Suppressions = z.array(Suppression);

export const SuppressInput = z.strictObject({ recipient: EmailAddress });
export type SuppressInput = z.infer<typeof SuppressInput>;
