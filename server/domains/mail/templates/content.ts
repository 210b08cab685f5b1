import type { AlertMetric } from "#server/domains/jobs/alerts/schema.ts";
import type { MailTemplate } from "../catalog.ts";

interface Link {
  url: string;
  expiresAt: Date;
}

/** Null for what is not known. */
export interface Device {
  program: string | null;
  os: string | null;
}

/** What each kind of mail needs to know. `url` and dates are ours; names and devices are anybody's words. */
export interface MailContent extends Record<MailTemplate, object> {
  welcome: { name: string; url: string; accountUrl: string };
  invitation: Link & { name: string; inviter: string };
  registration: Link;
  "account-exists": { name: string; isInvited: boolean; signInUrl: string; resetUrl: string };
  "email-verification": Link & { name: string };
  "email-change-current": Link & { name: string; newEmail: string };
  /** Without a name: nobody has proved yet to have anything to do with the address. */
  "email-change-new": Link;
  "email-changed": { name: string; newEmail: string; at: Date };
  "password-reset": Link & { name: string };
  "password-changed": { name: string; at: Date; address: string; resetUrl: string };
  "account-deleted": { name: string; at: Date; address: string };
  "new-sign-in": { name: string; at: Date; device: Device; address: string; accountUrl: string };
  "job-alert": {
    queue: string;
    metric: AlertMetric;
    value: number;
    threshold: number;
    /** It holds again. */
    isOver: boolean;
    url: string;
  };
  digest: {
    name: string;
    since: Date;
    until: Date;
    figures: DigestFigures;
    url: string;
  };
}

/** Of the time that a digest tells of; what its reader may not see is left out. */
export interface DigestFigures {
  newUsers?: number | undefined;
  signIns?: number | undefined;
  jobsCompleted?: number | undefined;
  jobsFailed?: number | undefined;
  newErrors?: number | undefined;
  mailsNotDelivered?: number | undefined;
}

/** A mail to write: which, to whom, and what it tells. */
export type Mailing = {
  [Name in MailTemplate]: { template: Name; to: string } & MailContent[Name];
}[MailTemplate];
