import type { MailTemplate } from "../catalog.ts";
import type { MailContent } from "../templates/content.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface SampleFor {
  now: Date;
  publicUrl: string;
  name: string;
}

type Samples = { [Name in MailTemplate]: MailContent[Name] };

/** What each mail might tell. Its links lead to the product's own pages, and let nobody in. */
export function sampleContents({ now, publicUrl, name }: SampleFor): Samples {
  const later = (ms: number) => new Date(now.getTime() + ms);
  const page = (path: string) => `${publicUrl}${path}`;
  const link = { name, url: page("/#sample"), expiresAt: later(DAY_MS) };
  const where = { at: now, address: "192.0.2.17" };
  return {
    welcome: { name, url: page("/"), accountUrl: page("/account") },
    invitation: { ...link, inviter: "Grace Hopper" },
    registration: link,
    "account-exists": {
      ...{ name, isInvited: false },
      ...{ signInUrl: page("/sign-in"), resetUrl: page("/forgot-password") },
    },
    "email-verification": link,
    "email-change-current": { ...link, newEmail: "ada.king@example.com" },
    "email-change-new": link,
    "email-changed": { name, newEmail: "ada.king@example.com", at: now },
    "password-reset": link,
    "password-changed": { name, ...where, resetUrl: page("/forgot-password") },
    "account-deleted": { name, ...where },
    "new-sign-in": {
      name,
      ...where,
      device: { program: "Firefox", os: "Linux" },
      accountUrl: page("/account"),
    },
    "job-alert": {
      ...{ queue: "mail.send", metric: "depth", value: 1_284, threshold: 500 },
      ...{ isOver: false, url: page("/jobs") },
    },
    digest: {
      ...{ name, since: later(-7 * DAY_MS), until: now, url: page("/") },
      figures: {
        ...{ newUsers: 12, signIns: 348, jobsCompleted: 15_204, jobsFailed: 3 },
        ...{ newErrors: 1, mailsNotDelivered: 2 },
      },
    },
  };
}
