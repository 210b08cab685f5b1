import path from "node:path";
import { createDatabase, type Database } from "#db/client.ts";
import { migrationStatus } from "#db/migrator.ts";
import { createCallerFactory } from "#server/api/trpc.ts";
import type { Config } from "#server/config.ts";
import { settleBackgroundWork } from "#server/domains/auth/password-reset/background.ts";
import { createAuthAdapter } from "#server/domains/sessions/auth-adapter.ts";
import { readSessionToken } from "#server/domains/sessions/cookie.ts";
import { createSessionResolver } from "#server/domains/sessions/resolver.ts";
import type { Context, Services } from "#server/platform/context.ts";
import { newId } from "#server/platform/ids.ts";
import type { Logger } from "#server/platform/logger.ts";
import { createMetrics } from "#server/platform/metrics.ts";
import type { RequestInfo } from "#server/platform/request-scope.ts";
import { createRetryBudget } from "#server/platform/retry.ts";
import { projectRoot } from "#server/project-root.ts";
import { appRouter } from "#server/registry/router.ts";

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
  const services: Services = {
    config,
    db: database.db,
    raw: database.raw,
    probe: database.probe,
    log,
    metrics: createMetrics(),
    retryBudget: createRetryBudget(),
    publicUrl: publicUrl.replace(/\/$/, ""),
    now: () => new Date(),
    newId,
  };
  const resolveSession = createSessionResolver(services);

  async function createContext(
    cookies: string | undefined,
    request: RequestInfo,
  ): Promise<Context> {
    const token = readSessionToken(services, cookies);
    const actor = token ? await resolveSession(token) : undefined;
    return { ...services, actor, request, setCookies: [] };
  }

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
    async close() {
      await settleBackgroundWork();
      await database.close();
    },
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
