import { PURGE_AUDIT, VERIFY_AUDIT } from "#server/domains/audit/catalog.ts";
import { purgeAudit, verifyAudit } from "#server/domains/audit/jobs.ts";
import { PURGE_EXPIRED } from "#server/domains/sessions/catalog.ts";
import { purgeExpiredSessions } from "#server/domains/sessions/jobs.ts";
import { PURGE_TRASH, REINSTATE_LAPSED } from "#server/domains/users/catalog.ts";
import { purgeTrash, reinstateLapsedUsers } from "#server/domains/users/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import type { ScheduledJob } from "#server/platform/queue/catalog.ts";

interface RegisteredJob {
  definition: ScheduledJob;
  run(ctx: Context): Promise<void>;
}

/** Every scheduled job of the product. */
export const scheduledJobs: RegisteredJob[] = [
  { definition: PURGE_EXPIRED, run: purgeExpiredSessions },
  { definition: PURGE_AUDIT, run: purgeAudit },
  { definition: VERIFY_AUDIT, run: verifyAudit },
  { definition: REINSTATE_LAPSED, run: reinstateLapsedUsers },
  { definition: PURGE_TRASH, run: purgeTrash },
];
