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
  // Put back, it goes on with those who have not got it yet.
  deadLetter: "mail.digest.dead",
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

/** Why a mail was not sent, as far as we know it ourselves, and how that is put. */
export const MAIL_REASONS = {
  suppressed: "The address gets no mail.",
  unwanted: "The address does not want mail of this kind.",
  refused: "The provider refused it.",
  "gave-up": "The provider did not take it within a day.",
  expired: "Its link expired before it could be sent.",
  resting: "The provider has failed again and again, and is left alone for a while.",
  lost: "The job that was to send it has ended without doing so.",
} as const;
export type MailReason = keyof typeof MAIL_REASONS;

/** Why an address gets no mail. */
export const SUPPRESSION_REASONS = {
  bounced: "Mail to it bounced",
  complained: "Reported mail as spam",
  manual: "Added by hand",
} as const;
export type SuppressionReason = keyof typeof SUPPRESSION_REASONS;

/** Of a complaint about mail, only such mail is held back that can be given up. */
export const isHeldBack = (reason: SuppressionReason, template: MailTemplate): boolean =>
  reason !== "complained" || categoryOf(template) !== null;
