import { z } from "zod";
import { LOCALES } from "#server/platform/locale/catalog.ts";
import { MailTemplate } from "../catalog.ts";

export const MAIL_SCHEMES = ["light", "dark"] as const;

const template = MailTemplate;
const locale = z.enum(LOCALES);

export const PreviewInput = z.strictObject({ template, locale, scheme: z.enum(MAIL_SCHEMES) });
export type PreviewInput = z.infer<typeof PreviewInput>;
export const PreviewedMail = z.strictObject({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});
export type PreviewedMail = z.infer<typeof PreviewedMail>;

export const SendTestInput = z.strictObject({ template, locale });
export type SendTestInput = z.infer<typeof SendTestInput>;

/** Sent, kept here for want of a provider, or held back: the address gets no mail, or none of this kind. */
export const SentTest = z.strictObject({
  mailId: z.uuid(),
  outcome: z.enum(["queued", "kept", "suppressed", "unwanted"]),
});
export type SentTest = z.infer<typeof SentTest>;
