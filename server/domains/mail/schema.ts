import { z } from "zod";
import { type Filter, ListInput, ListPage } from "#server/platform/list/schema.ts";
import { MAIL_TEMPLATES } from "./catalog.ts";

export const Mail = z.strictObject({
  id: z.uuid(),
  template: z.string(),
  recipient: z.string(),
  subject: z.string(),
  createdAt: z.date(),
});
export type Mail = z.infer<typeof Mail>;

export const MailWithBody = Mail.extend({ html: z.string(), text: z.string() });
export type MailWithBody = z.infer<typeof MailWithBody>;
export const MailId = z.strictObject({ mailId: z.uuid() });

/** What mail can be filtered and sorted by; an index serves each. */
export const MAIL_FIELDS = {
  recipient: { label: "To", type: "text", isSortable: true },
  template: {
    label: "Kind",
    type: "choice",
    options: Object.keys(MAIL_TEMPLATES),
    optionLabels: MAIL_TEMPLATES,
  },
  createdAt: { label: "Sent", type: "instant", isSortable: true },
} as const;
export type MailFilter = Filter<typeof MAIL_FIELDS>;

export const ListMailInput = ListInput(MAIL_FIELDS, [{ field: "createdAt", direction: "desc" }]);
export type ListMailInput = z.infer<typeof ListMailInput>;

export const MailPage = ListPage(Mail);
export type MailPage = z.infer<typeof MailPage>;
