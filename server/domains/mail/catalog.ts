import { z } from "zod";
import { defineJob } from "#server/platform/queue/catalog.ts";

/** Every kind of mail, and what it is called. */
export const MAIL_TEMPLATES = {
  welcome: "Welcome",
  invitation: "Invitation",
  registration: "Registration",
  "account-exists": "Account exists",
  "email-verification": "E-mail confirmation",
  "email-change-current": "E-mail change (present)",
  "email-change-new": "E-mail change (new)",
  "email-changed": "E-mail changed",
  "password-reset": "Password reset",
  "password-changed": "Password changed",
  "account-deleted": "Account deleted",
  "new-sign-in": "New sign-in",
  "job-alert": "Job alert",
  digest: "Digest",
} as const;

export type MailTemplate = keyof typeof MAIL_TEMPLATES;
export const MailTemplate = z.enum(
  Object.keys(MAIL_TEMPLATES) as [MailTemplate, ...MailTemplate[]],
);

/**
 * Mail that nobody needs for their account: who gets it until they say otherwise, and what it is
 * called. All other mail goes to everybody.
 */
export const MAIL_CATEGORIES = {
  alerts: { label: "Alerts on jobs", isWanted: true },
  digest: { label: "Weekly digest", isWanted: false },
} as const;
export type MailCategory = keyof typeof MAIL_CATEGORIES;
export const MailCategory = z.enum(
  Object.keys(MAIL_CATEGORIES) as [MailCategory, ...MailCategory[]],
);

const CATEGORY_OF: Partial<Record<MailTemplate, MailCategory>> = {
  "job-alert": "alerts",
  digest: "digest",
};

/** Null for mail that cannot be given up. */
export const categoryOf = (template: MailTemplate): MailCategory | null =>
  CATEGORY_OF[template] ?? null;

const SECURITY_PRIORITY = 10;
/** What somebody waits for or must know at once goes before the rest. */
export const priorityOf = (template: MailTemplate): number =>
  categoryOf(template) ? 0 : SECURITY_PRIORITY;

/** Hands one mail to the provider. */
export const SEND_MAIL = defineJob({
  name: "mail.send",
  description: "Sends mail",
  payload: z.strictObject({ mailId: z.uuid() }),
  expireInSeconds: 60,
  // Within the day for which Resend keeps an idempotency key.
  retryLimit: 10,
  retryDelaySeconds: 15,
  retryDelayMaxSeconds: 3_600,
});

/** Tells those who want it what happened. */
export const SEND_DIGEST = defineJob({
  name: "mail.digest",
  description: "Mails the digest to those who want it",
  payload: z.strictObject({
    /** How far back it looks. */
    days: z.int().min(1).max(31),
  }),
  expireInSeconds: 600,
  retryLimit: 3,
  retryDelaySeconds: 60,
});

/** What can be the state of a mail, and what it is called. */
export const MAIL_STATUSES = {
  kept: "Kept here",
  queued: "Waiting to be sent",
  sent: "Sent",
  delivered: "Delivered",
  bounced: "Bounced",
  complained: "Reported as spam",
  failed: "Not sent",
  suppressed: "Held back",
} as const;
export type MailStatus = keyof typeof MAIL_STATUSES;

/** Why an address gets no mail. */
export const SUPPRESSION_REASONS = {
  bounced: "Mail to it bounced",
  complained: "Reported mail as spam",
  manual: "Added by hand",
} as const;
export type SuppressionReason = keyof typeof SUPPRESSION_REASONS;
