import { z } from "zod";
import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";
import type { MailTemplate } from "../catalog.ts";

const AT_ONCE = 20;
const SOON = 10;
const WHENEVER = 0;

/** What somebody waits for, or must know at once, goes before the rest. */
const PRIORITIES: Record<MailTemplate, number> = {
  "password-reset": AT_ONCE,
  "password-changed": AT_ONCE,
  "new-sign-in": AT_ONCE,
  "email-verification": AT_ONCE,
  "email-change-current": AT_ONCE,
  "email-change-new": AT_ONCE,
  "email-changed": AT_ONCE,
  "account-deleted": AT_ONCE,
  invitation: SOON,
  registration: SOON,
  "account-exists": SOON,
  welcome: SOON,
  "job-alert": WHENEVER,
  digest: WHENEVER,
};
export const priorityOf = (template: MailTemplate): number => PRIORITIES[template];

/** Mail that has waited for so long is given up: Resend forgets its key a day after the first attempt. */
export const GIVE_UP_SECONDS = 23 * 3_600;

/** Hands one mail to the provider. */
export const SEND_MAIL = defineJob({
  name: "mail.send",
  description: "Sends mail",
  payload: z.strictObject({ mailId: z.uuid() }),
  // Longer than any driver takes by itself.
  expireInSeconds: 600,
  // Twice as long each time up to an hour: spread over 22 hours.
  retryLimit: 29,
  retryDelaySeconds: 15,
  retryDelayMaxSeconds: 3_600,
  // Providers count mails by the second.
  concurrency: 2,
});

/** Ends what has no job any more that would send it. */
export const RECONCILE_MAIL = defineJob({
  name: "mail.reconcile",
  description: "Marks mail as not sent whose job is gone",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 300,
});
