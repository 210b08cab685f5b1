import path from "node:path";
import { createDatabase, type Database, type RawSql } from "#db/client.ts";
import { migrationStatus } from "#db/migrator.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { Config } from "#server/config.ts";
import { settleBackgroundWork } from "#server/domains/auth/background.ts";
import { createEventSource } from "#server/domains/events/publish.ts";
import { createAuthAdapter } from "#server/domains/sessions/auth-adapter.ts";
import { readTokens } from "#server/domains/sessions/cookie.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import type { Context, Services } from "#server/platform/context.ts";
import { createErrorReports } from "#server/platform/error-reports/reports.ts";
import { createEventBus } from "#server/platform/events/bus.ts";
import { newId } from "#server/platform/ids.ts";
import type { Logger } from "#server/platform/logger.ts";
import { createMailer } from "#server/platform/mailer/mailer.ts";
import { createMetrics } from "#server/platform/metrics.ts";
import { createQueue } from "#server/platform/queue/queue.ts";
import { createReplicas } from "#server/platform/replicas/replicas.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import { createRetryBudget } from "#server/platform/retry.ts";
import { createLiveSettings } from "#server/platform/settings/live.ts";
import { projectRoot } from "#server/project-root.ts";
import { appRouter } from "#server/registry/router.ts";
import { topics } from "#server/registry/topics.ts";

export const MIGRATIONS = path.join(projectRoot, "db", "migrations");

const createCaller = createCallerFactory(appRouter);

export interface Runtime {
  services: Services;
  database: Database;
  databaseUrl: string;
  appRouter: typeof appRouter;
  authAdapter: ReturnType<typeof createAuthAdapter>;
  createCaller: typeof createCaller;
  /** Who asks, by the session cookie among the request's cookies. */
  createContext(cookies: string | undefined, request: RequestInfo): Promise<Context>;
  /** For pages: the front has put the request id and the client's address into the headers. */
  createPageContext(headers: Headers): Promise<Context>;
  migrationStatus(): ReturnType<typeof migrationStatus>;
  /** Reads the run-time settings and follows them from now on; the schema must be there. */
  followSettings(): Promise<void>;
  close(): Promise<void>;
}

interface RuntimeOptions {
  config: Config;
  databaseUrl: string;
  publicUrl: string;
  log: Logger;
}

/** Everything that lives once per process. Nothing connects until it is first used. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { config, databaseUrl, publicUrl, log } = options;
  const database = createDatabase(databaseOptions(config, databaseUrl));
  const metrics = createMetrics();
  const now = () => new Date();
  const { db, raw } = database;
  const queue = createQueue({ db, log });
  const source = createEventSource({ db, queue, topics });
  const services: Services = {
    config,
    db,
    raw,
    probe: database.probe,
    log,
    replicas: createReplicas({ primary: database, log, metrics, ...replicaOptions(config) }),
    metrics,
    retryBudget: createRetryBudget(),
    settings: createLiveSettings({ config, db, log }),
    queue,
    mailer: createMailer(config),
    errors: createErrorReports({ db, log, now, newId }),
    events: createEventBus({ source, listener: database.listener, log }),
    publicUrl: publicUrl.replace(/\/$/, ""),
    now,
    newId,
  };
  let stopFollowing = () => {};
  const createContext = createContextFactory(services);

  return {
    services,
    database,
    databaseUrl,
    appRouter,
    authAdapter: createAuthAdapter(services),
    createCaller,
    createContext,
    createPageContext: (headers) =>
      createContext(headers.get("cookie") ?? undefined, readPageRequest(headers)),
    migrationStatus: () => migrationStatus(database.raw, MIGRATIONS),
    async followSettings() {
      await services.settings.refresh();
      services.settings.subscribe(({ logging }) => {
        log.level = logging.level;
      });
      stopFollowing = services.settings.watch();
    },
    async close() {
      stopFollowing();
      await settleBackgroundWork();
      await services.events.stop();
      await services.queue.close();
      await services.errors.close();
      services.mailer.close();
      await services.replicas.close();
      await database.close();
    },
  };
}

/** Who asks, as of now. */
function createContextFactory(services: Services): Runtime["createContext"] {
  const resolveSession = createSessionResolver(services);
  const resolveQuietly = createSessionResolver(services, { isUse: false });
  return async (cookies, request) => {
    const rightsAsOf = services.events.head();
    const { session, impersonation } = readTokens(services, cookies);
    const resolve = request.isQuiet ? resolveQuietly : resolveSession;
    const actor = session ? await resolve(session, request.address, impersonation) : undefined;
    return { ...services, actor, request, rightsAsOf, setCookies: [] };
  };
}

function databaseOptions(config: Config, url: string) {
  return {
    url,
    poolSize: config.databasePoolSize,
    connectTimeoutSeconds: config.databaseConnectTimeoutSeconds,
    statementTimeoutSeconds: config.databaseStatementTimeoutSeconds,
    lockTimeoutSeconds: config.databaseLockTimeoutSeconds,
    idleInTransactionTimeoutSeconds: config.databaseIdleInTransactionTimeoutSeconds,
  };
}

function replicaOptions(config: Config) {
  return {
    connections: config.databaseReplicaUrls.map((url) => databaseOptions(config, url)),
    maxLagSeconds: config.databaseReplicaMaxLagSeconds,
    countPendingMigrations: async (sql: RawSql) =>
      (await migrationStatus(sql, MIGRATIONS)).pending.length,
  };
}

function readPageRequest(headers: Headers): RequestInfo {
  return {
    id: headers.get("x-binnacle-request-id") ?? newId(),
    address: headers.get("x-binnacle-address") ?? "unknown",
    userAgent: headers.get("user-agent") ?? "",
  };
}

/** Pages reach the runtime through this handle, because Next bundles its own copy of every module. */
export function publishRuntime(runtime: Runtime): void {
  (globalThis as { [key: symbol]: unknown })[Symbol.for("binnacle.runtime")] = runtime;
}
