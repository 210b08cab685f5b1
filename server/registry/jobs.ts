import { PURGE_AUDIT, VERIFY_AUDIT } from "#server/domains/audit/catalog.ts";
import { purgeAudit, verifyAudit } from "#server/domains/audit/jobs.ts";
import { PURGE_TRACES } from "#server/domains/jobs/catalog.ts";
import { purgeJobTraces } from "#server/domains/jobs/jobs.ts";
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
];

export const jobDefinitions = jobs.map(({ definition }) => definition);

const inUtc = (cron: string): Timing => ({ kind: "cron", cron, timeZone: "UTC" });

/** What runs by itself, until an operator says otherwise. */
export const schedules: readonly CodeSchedule[] = [
  defineSchedule(PURGE_EXPIRED, inUtc("*/15 * * * *"), { payload: {} }),
  defineSchedule(PURGE_AUDIT, inUtc("40 3 * * *"), { payload: {} }),
  defineSchedule(VERIFY_AUDIT, inUtc("10 4 * * *"), { payload: {} }),
  defineSchedule(REINSTATE_LAPSED, inUtc("* * * * *"), { payload: {} }),
  defineSchedule(PURGE_TRASH, inUtc("25 * * * *"), { payload: {} }),
  defineSchedule(PURGE_TRACES, inUtc("5 2 * * *"), { payload: {} }),
];
