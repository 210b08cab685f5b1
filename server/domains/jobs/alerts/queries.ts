import { asc, eq, isNull } from "drizzle-orm";
import { jobAlertStates, jobAlerts } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import type { Alert } from "./schema.ts";

/** Every alert and where it stands: those that are exceeded first, and then the oldest. */
export async function listAlerts({ db }: Pick<Context, "db">): Promise<Alert[]> {
  const rows = await db
    .select({
      id: jobAlerts.id,
      queue: jobAlerts.queue,
      metric: jobAlerts.metric,
      threshold: jobAlerts.threshold,
      recipients: jobAlerts.recipients,
      createdAt: jobAlerts.createdAt,
      version: jobAlerts.version,
      firingSince: jobAlertStates.firingSince,
      worstQueue: jobAlertStates.queue,
      value: jobAlertStates.value,
      checkedAt: jobAlertStates.checkedAt,
    })
    .from(jobAlerts)
    .leftJoin(jobAlertStates, eq(jobAlertStates.alertId, jobAlerts.id))
    .orderBy(isNull(jobAlertStates.firingSince), asc(jobAlerts.id));
  return rows.map((row) => ({ ...row, metric: row.metric as Alert["metric"] }));
}
