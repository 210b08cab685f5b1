import { z } from "zod";
import { ListInput, ListPage } from "#server/platform/list/schema.ts";
import { EmailAddress } from "#server/platform/text/schema.ts";
import { SUPPRESSION_REASONS, type SuppressionReason } from "../catalog.ts";

const REASONS = Object.keys(SUPPRESSION_REASONS) as [SuppressionReason, ...SuppressionReason[]];

export const Suppression = z.strictObject({
  id: z.uuid(),
  recipient: z.string(),
  reason: z.enum(REASONS),
  createdAt: z.date(),
  /** Null when the provider reported it. */
  createdByName: z.string().nullable(),
});
export type Suppression = z.infer<typeof Suppression>;

/** What held back addresses can be filtered and sorted by; an index serves each. */
export const SUPPRESSION_FIELDS = {
  recipient: { label: "Address", type: "text", isSortable: true },
  reason: {
    label: "Reason",
    type: "choice",
    options: REASONS,
    optionLabels: SUPPRESSION_REASONS,
  },
  createdAt: { label: "Since", type: "instant", isSortable: true },
} as const;

export const ListSuppressionsInput = ListInput(SUPPRESSION_FIELDS, [
  { field: "createdAt", direction: "desc" },
]);
export type ListSuppressionsInput = z.infer<typeof ListSuppressionsInput>;
export const SuppressionPage = ListPage(Suppression);
export type SuppressionPage = z.infer<typeof SuppressionPage>;

export const SuppressInput = z.strictObject({ recipient: EmailAddress });
export type SuppressInput = z.infer<typeof SuppressInput>;
