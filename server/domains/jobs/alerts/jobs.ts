import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobAlertStates, jobAlerts } from "#db/schema/jobs.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { type Measures, measureQueues } from "./measure.ts";
import type { AlertMetric } from "./schema.ts";

type AlertRow = typeof jobAlerts.$inferSelect;

/** An alert that swings about its threshold is one: it is over when the threshold has held for so long. */
const CALM_MS = 5 * 60_000;

interface Worst {
  queue: string;
  value: number;
}

/** Measures every queue; an alert that begins or ends is kept and mailed in one transaction. */
export function checkAlerts(getDefinitions: () => readonly JobDefinition[]) {
  return async (ctx: Context, { signal }: Pick<JobRun, "signal">) => {
    const alerts = await ctx.db.select().from(jobAlerts);
    if (alerts.length === 0) return;
    const measures = await measureQueues(ctx);
    const known = getDefinitions().map(({ name }) => name);
    for (const alert of alerts) {
      signal.throwIfAborted();
      const queues = alert.queue === null ? known : [alert.queue];
      const worst = worstOf(alert.metric as AlertMetric, measures, queues);
      await inTransaction(ctx, (tx) => settle(tx, ctx, { alert, worst }));
    }
  };
}

function worstOf(
  metric: AlertMetric,
  measures: ReadonlyMap<string, Measures>,
  queues: string[],
): Worst {
  const [worst] = queues
    .map((queue) => ({ queue, value: measures.get(queue)?.[metric] ?? 0 }))
    .sort((a, b) => b.value - a.value);
  return worst ?? { queue: "", value: 0 };
}

async function settle(
  tx: Transaction,
  ctx: Context,
  { alert, worst }: { alert: AlertRow; worst: Worst },
): Promise<void> {
  const [kept] = await tx
    .select({ version: jobAlerts.version })
    .from(jobAlerts)
    .where(eq(jobAlerts.id, alert.id))
    .for("update");
  // Deleted or changed since it was read: the next look goes by what it says then.
  if (kept?.version !== alert.version) return;
  const [before] = await tx
    .select({ firingSince: jobAlertStates.firingSince, calmSince: jobAlertStates.calmSince })
    .from(jobAlertStates)
    .where(eq(jobAlertStates.alertId, alert.id));
  const wasFiring = Boolean(before?.firingSince);
  const isPassed = worst.value > alert.threshold;
  const calmSince = isPassed || !wasFiring ? null : (before?.calmSince ?? ctx.now());
  const isOver = calmSince !== null && ctx.now().getTime() - calmSince.getTime() >= CALM_MS;
  const isFiring = isPassed || (wasFiring && !isOver);
  const state = {
    firingSince: isFiring ? (before?.firingSince ?? ctx.now()) : null,
    calmSince: isFiring ? calmSince : null,
    ...worst,
    checkedAt: ctx.now(),
  };
  await tx
    .insert(jobAlertStates)
    .values({ alertId: alert.id, ...state })
    .onConflictDoUpdate({ target: jobAlertStates.alertId, set: state });
  if (isFiring === wasFiring) return;
  for (const to of alert.recipients) {
    await enqueueMail(tx, ctx, {
      template: "job-alert",
      to,
      queue: worst.queue,
      metric: alert.metric as AlertMetric,
      value: worst.value,
      threshold: alert.threshold,
      isOver,
      url: `${ctx.publicUrl}/jobs`,
    });
  }
}
