import { PURGE_AUDIT, VERIFY_AUDIT } from "#server/domains/audit/catalog.ts";
import { purgeAudit, verifyAudit } from "#server/domains/audit/jobs.ts";
import { PURGE_ERRORS } from "#server/domains/errors/catalog.ts";
import { purgeOldErrors } from "#server/domains/errors/jobs.ts";
import { PURGE_EVENTS } from "#server/domains/events/catalog.ts";
import { purgeEvents } from "#server/domains/events/jobs.ts";
import { checkAlerts } from "#server/domains/jobs/alerts/jobs.ts";
import { steerManyJobs } from "#server/domains/jobs/bulk/jobs.ts";
import { STEERINGS } from "#server/domains/jobs/bulk/schema.ts";
import {
  CHECK_ALERTS,
  CHECK_PAYLOADS,
  PURGE_TRACES,
  ROLL_UP_HISTORY,
  STEER_MANY,
} from "#server/domains/jobs/catalog.ts";
import { purgeJobTraces, rollUpJobHistory } from "#server/domains/jobs/jobs.ts";
import { checkPayloads } from "#server/domains/jobs/misfits/jobs.ts";
import { SEND_DIGEST } from "#server/domains/mail/catalog.ts";
import { RECONCILE_MAIL, SEND_MAIL } from "#server/domains/mail/delivery/catalog.ts";
import { reconcileMail, sendMail } from "#server/domains/mail/delivery/jobs.ts";
import { sendDigest } from "#server/domains/mail/digest/jobs.ts";
import { PURGE_LINKS } from "#server/domains/mail/links/catalog.ts";
import { purgeLinks } from "#server/domains/mail/links/jobs.ts";
import { PURGE_EXPIRED } from "#server/domains/sessions/catalog.ts";
import { purgeExpiredSessions } from "#server/domains/sessions/jobs.ts";
import { PURGE_TRASH, REINSTATE_LAPSED } from "#server/domains/users/catalog.ts";
import { purgeTrash, reinstateLapsedUsers } from "#server/domains/users/jobs.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { JobHandler, RegisteredJob } from "#server/platform/queue/job-run.ts";
import { type CodeSchedule, defineSchedule } from "#server/platform/queue/schedules/definition.ts";
import type { Timing } from "#server/platform/queue/schedules/timing.ts";

function register<P>(definition: JobDefinition<P>, run: JobHandler<P>): RegisteredJob {
  return { definition, run } as RegisteredJob;
}

/** Every job of the product. */
export const jobs: readonly RegisteredJob[] = [
  register(PURGE_EXPIRED, purgeExpiredSessions),
  register(PURGE_AUDIT, purgeAudit),
  register(VERIFY_AUDIT, verifyAudit),
  register(REINSTATE_LAPSED, reinstateLapsedUsers),
  register(PURGE_TRASH, purgeTrash),
  register(PURGE_TRACES, purgeJobTraces),
  register(PURGE_ERRORS, purgeOldErrors),
  register(SEND_MAIL, sendMail),
  register(RECONCILE_MAIL, reconcileMail),
  register(PURGE_LINKS, purgeLinks),
  register(SEND_DIGEST, sendDigest),
  register(PURGE_EVENTS, purgeEvents),
  ...STEERINGS.map((action) => register(STEER_MANY[action], steerManyJobs(action))),
  register(
    CHECK_PAYLOADS,
    checkPayloads(() => jobDefinitions),
  ),
  register(ROLL_UP_HISTORY, rollUpJobHistory),
  register(
    CHECK_ALERTS,
    checkAlerts(() => jobDefinitions),
  ),
];

export const jobDefinitions: readonly JobDefinition[] = jobs.map(({ definition }) => definition);

const inUtc = (cron: string): Timing => ({ kind: "cron", cron, timeZone: "UTC" });

/** What runs by itself, until an operator says otherwise. */
export const schedules: readonly CodeSchedule[] = [
  defineSchedule(PURGE_EXPIRED, inUtc("*/15 * * * *"), { payload: {} }),
  defineSchedule(PURGE_AUDIT, inUtc("40 3 * * *"), { payload: {} }),
  defineSchedule(VERIFY_AUDIT, inUtc("10 4 * * *"), { payload: {} }),
  defineSchedule(REINSTATE_LAPSED, inUtc("* * * * *"), { payload: {} }),
  defineSchedule(PURGE_TRASH, inUtc("25 * * * *"), { payload: {} }),
  defineSchedule(PURGE_TRACES, inUtc("5 2 * * *"), { payload: {} }),
  defineSchedule(PURGE_EVENTS, inUtc("45 2 * * *"), { payload: {} }),
  defineSchedule(PURGE_ERRORS, inUtc("35 2 * * *"), { payload: {} }),
  defineSchedule(CHECK_PAYLOADS, inUtc("15 * * * *"), { payload: {} }),
  defineSchedule(ROLL_UP_HISTORY, inUtc("20 * * * *"), { payload: {} }),
  defineSchedule(RECONCILE_MAIL, inUtc("*/5 * * * *"), { payload: {} }),
  defineSchedule(PURGE_LINKS, inUtc("50 * * * *"), { payload: {} }),
  defineSchedule(SEND_DIGEST, inUtc("0 7 * * 1"), { payload: { days: 7 } }),
  defineSchedule(CHECK_ALERTS, inUtc("* * * * *"), { payload: {} }),
];
