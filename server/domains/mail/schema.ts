import { z } from "zod";

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

export const ListMailInput = z.strictObject({
  cursor: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(25),
});
export type ListMailInput = z.infer<typeof ListMailInput>;
export const MailPage = z.strictObject({ items: z.array(Mail), nextCursor: z.uuid().nullable() });
export type MailPage = z.infer<typeof MailPage>;
