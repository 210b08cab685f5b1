import { PgBoss } from "pg-boss";
import { startAuditKeeper } from "#server/domains/audit/chain/keeper.ts";
import { CHECK_PAYLOADS } from "#server/domains/jobs/catalog.ts";
import { createSystemContext, type Services } from "#server/platform/context.ts";
import { startHeartbeat } from "#server/platform/queue/heartbeat.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { listenForJobs } from "#server/platform/queue/listen.ts";
import { startRunners } from "#server/platform/queue/runners.ts";
import { startScheduler } from "#server/platform/queue/schedules/scheduler.ts";
import { jobs as everyJob, schedules } from "#server/registry/jobs.ts";
import type { Runtime } from "#server/runtime.ts";
import { VERSION } from "#server/version.ts";

const SUPERVISE_SECONDS = 10;
/** Longer than any pass of supervision, shorter than a network takes to give up a connection that is dead. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Passed on to pg: a connection that has died without a sign is given up, and not waited for. */
const POOL = {
  keepAlive: true,
  statement_timeout: STATEMENT_TIMEOUT_MS,
  query_timeout: STATEMENT_TIMEOUT_MS + 5_000,
};
/** However many workers start together. */
const CHECK_EVERY_SECONDS = 60;

export interface Worker {
  /** Lets running jobs finish, for as long as given; the rest is run again by another worker. */
  stop(graceSeconds: number): Promise<void>;
}

/** Works off jobs in this process: every registered queue, the schedules, and a heartbeat. */
export async function startWorker(
  runtime: Runtime,
  jobs: readonly RegisteredJob[] = everyJob,
): Promise<Worker> {
  const { services } = runtime;
  const definitions = new Map(jobs.map(({ definition }) => [definition.name, definition]));
  const boss = await startBoss(runtime);
  const runners = await startRunners({ services, boss, jobs });
  const listening = await listenForJobs(services, runners.wake);
  const scheduler = startScheduler({
    services,
    definitions,
    schedules: schedules.filter(({ job }) => definitions.has(job.name)),
  });
  const heartbeat = await startHeartbeat(services, VERSION, runners.state);
  await checkPayloadsSoon(services);
  const auditKeeper = startAuditKeeper(services);
  services.log.info({ jobs: [...definitions.keys()] }, "worker started");
  return {
    async stop(graceSeconds) {
      await scheduler.stop();
      await listening.stop();
      await runners.stop(graceSeconds);
      await boss.stop({ graceful: false, close: true });
      await auditKeeper.stop();
      await heartbeat.stop();
    },
  };
}

/** Fetches and settles for the runners, and keeps house: what has expired fails, what is old goes. */
function startBoss({ services, databaseUrl }: Runtime): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "binnacle worker",
    max: 4,
    connectionTimeoutMillis: services.config.databaseConnectTimeoutSeconds * 1000,
    ...POOL,
    migrate: false,
    schedule: false,
    // How soon the jobs of a worker that is gone are seen to be abandoned, beyond their heartbeat.
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", (err) => services.log.error({ err }, "queue error"));
  boss.on("warning", (warning) => services.log.warn({ warning }, "queue warning"));
  return boss.start();
}

/** This code may expect other payloads than the one before: those that wait are looked at. */
async function checkPayloadsSoon(services: Services): Promise<void> {
  const once = { singletonKey: VERSION, singletonSeconds: CHECK_EVERY_SECONDS };
  const ctx = createSystemContext(services, "worker");
  await services.db.transaction((tx) =>
    services.queue.enqueue(tx, ctx, { definition: CHECK_PAYLOADS, payload: {}, ...once }),
  );
}
