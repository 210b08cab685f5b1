import { z } from "zod";
import { type Filter, ListInput, ListPage } from "#server/platform/list/schema.ts";
import {
  MAIL_REASONS,
  MAIL_STATUSES,
  MAIL_TEMPLATES,
  type MailReason,
  type MailStatus,
} from "./catalog.ts";

const Status = z.enum(Object.keys(MAIL_STATUSES) as [MailStatus, ...MailStatus[]]);
const Reason = z.enum(Object.keys(MAIL_REASONS) as [MailReason, ...MailReason[]]);

export const Mail = z.strictObject({
  id: z.uuid(),
  template: z.string(),
  recipient: z.string(),
  subject: z.string(),
  createdAt: z.date(),
  status: Status,
  /** Why it was not sent, where that is known here. */
  reason: Reason.nullable(),
  /** Why it was not delivered, in the provider's words. */
  problem: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;

export const MailWithBody = Mail.extend({
  html: z.string(),
  text: z.string(),
  /** A provider sends mail: whoever reads it here sees where its links lead, but cannot use them. */
  areLinksHidden: z.boolean(),
  /** Whether it can be sent again: there is a provider, and its links have not expired. */
  canBeSent: z.boolean(),
  /** Oldest first. */
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      at: z.date(),
      reason: Reason.nullable(),
      /** In the provider's words. */
      detail: z.string().nullable(),
    }),
  ),
});
export type MailWithBody = z.infer<typeof MailWithBody>;
export const MailId = z.strictObject({ mailId: z.uuid() });
export type MailId = z.infer<typeof MailId>;

/** What mail can be filtered and sorted by; an index serves each. */
export const MAIL_FIELDS = {
  recipient: { label: "To", type: "text", isSortable: true },
  template: {
    label: "Kind",
    type: "choice",
    options: Object.keys(MAIL_TEMPLATES),
    optionLabels: MAIL_TEMPLATES,
  },
  status: {
    label: "State",
    type: "choice",
    options: Object.keys(MAIL_STATUSES) as MailStatus[],
    optionLabels: MAIL_STATUSES,
  },
  createdAt: { label: "Written", type: "instant", isSortable: true },
} as const;
export type MailFilter = Filter<typeof MAIL_FIELDS>;

export const ListMailInput = ListInput(MAIL_FIELDS, [{ field: "createdAt", direction: "desc" }]);
export type ListMailInput = z.infer<typeof ListMailInput>;

export const MailPage = ListPage(Mail);
export type MailPage = z.infer<typeof MailPage>;
