import { PgBoss } from "pg-boss";
import { startAuditKeeper } from "#server/domains/audit/chain/keeper.ts";
import { createSystemContext } from "#server/platform/context.ts";
import { startHeartbeat } from "#server/platform/queue/heartbeat.ts";
import { runInRequestScope } from "#server/platform/request-scope.ts";
import { scheduledJobs } from "#server/registry/jobs.ts";
import type { Runtime } from "#server/runtime.ts";
import { VERSION } from "#server/version.ts";

export interface Worker {
  /** Lets running jobs finish, for as long as given; the rest is released for another worker. */
  stop(graceSeconds: number): Promise<void>;
}

/** Works off jobs in this process: pg-boss with every registered schedule, and a heartbeat. */
export async function startWorker(runtime: Runtime): Promise<Worker> {
  const { services, databaseUrl } = runtime;
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "binnacle worker",
    max: 4,
    connectionTimeoutMillis: services.config.databaseConnectTimeoutSeconds * 1000,
  });
  boss.on("error", (err) => services.log.error({ err }, "queue error"));
  boss.on("warning", (warning) => services.log.warn({ warning }, "queue warning"));
  await boss.start();
  for (const job of scheduledJobs) await register(boss, runtime, job);
  const heartbeat = await startHeartbeat(services, VERSION);
  const auditKeeper = startAuditKeeper(services);
  services.log.info(
    { jobs: scheduledJobs.map(({ definition }) => definition.name) },
    "worker started",
  );
  return {
    async stop(graceSeconds) {
      await boss.stop({ graceful: true, close: true, timeout: graceSeconds * 1000 });
      await auditKeeper.stop();
      await heartbeat.stop();
    },
  };
}

async function register(
  boss: PgBoss,
  { services }: Runtime,
  job: (typeof scheduledJobs)[number],
): Promise<void> {
  const { name, cron, expireInSeconds, retryLimit } = job.definition;
  await boss.createQueue(name, {
    policy: "singleton",
    expireInSeconds,
    retryLimit,
    retryBackoff: true,
  });
  await boss.schedule(name, cron, {}, { tz: "UTC" });
  await boss.work(name, { pollingIntervalSeconds: 10 }, async ([queued]) => {
    const ctx = createSystemContext(services, name);
    await runInRequestScope(ctx.request, async () => {
      const startedAt = performance.now();
      await job.run(ctx);
      services.log.info(
        { job: name, jobId: queued?.id, durationMs: performance.now() - startedAt },
        "job done",
      );
    });
  });
}
