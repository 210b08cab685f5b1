import type { AddressInfo } from "node:net";
import { migrationStatus } from "../db/migrator.ts";
import { attachDatabase, loadConfigOrExit } from "./boot.ts";
import { applyMode, type Config } from "./config.ts";
import { loadBlocklist } from "./domains/auth/passwords/blocklist.ts";
import { issueSetUpToken } from "./domains/auth/service.ts";
import { createHttpApp } from "./http/app.ts";
import { createListener, type Listener } from "./http/listener.ts";
import { createReadiness, type Readiness } from "./http/readiness.ts";
import { createServer, type HttpServer } from "./http/server.ts";
import { answerStarting } from "./http/starting.ts";
import { preparePages } from "./pages.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { createShutdown, type Shutdown } from "./platform/shutdown.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { createRuntime, MIGRATIONS, publishRuntime, type Runtime } from "./runtime.ts";
import { startWorker } from "./worker.ts";

interface Process {
  config: Config;
  log: Logger;
  shutdown: Shutdown;
}

const { config } = loadConfigOrExit(process.argv.slice(2));
applyMode(config);
const log = createLogger(config.logLevel);
const shutdown = createShutdown({ log, timeoutSeconds: config.shutdownTimeoutSeconds });
shutdown.listen();
// A killed launcher closes the channel; nobody could stop this process any more.
process.once("disconnect", () => void shutdown.begin("launcher gone"));

try {
  await boot({ config, log, shutdown });
} catch (err) {
  log.fatal({ err }, "could not start");
  await shutdown.begin("start failed", 1);
}

/** Opened first, closed last: database, runtime, worker, pages, listening socket. */
async function boot(program: Process): Promise<void> {
  loadBlocklist();
  let listener: Listener = answerStarting;
  const http = createServer((...served) => listener(...served), config);
  const isWeb = config.role !== "worker";
  const port = isWeb ? await listen(http, config) : config.port;
  const attaching = attachDatabase(config, log);
  // Registered before it is there: a signal during the start must stop it too.
  shutdown.onClose("database server", () => attaching.then((database) => database.stop()));
  const attached = await attaching;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const runtime = createRuntime({ config, databaseUrl: attached.url, publicUrl, log });
  shutdown.onClose("database connections", () => runtime.close());
  publishRuntime(runtime);
  const readiness = createReadiness({
    probe: runtime.database.probe,
    countPendingMigrations: async (sql) => (await migrationStatus(sql, MIGRATIONS)).pending.length,
    stopping: shutdown.signal,
  });
  const applied = await prepareDatabase(runtime);
  if (applied.length > 0) log.info({ applied }, "migrations applied");
  await runtime.followSettings();
  runtime.services.replicas.watch();
  await runtime.services.events.start();
  if (config.role !== "web") await runWorker(program, runtime);
  if (isWeb) listener = await serve(runtime, readiness);
  if (isWeb) shutdown.onClose("requests", () => drain(http, config));
  // Streams end, and their receivers go on elsewhere; what runs still writes its events.
  shutdown.onClose("event streams", () => runtime.services.events.stop());
  readiness.markStarted();
  await announce(runtime, publicUrl);
}

async function listen({ server }: HttpServer, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(port, host, resolve),
  );
  return (server.address() as AddressInfo).port;
}

/** Requests that are still running when a third of the time is left are cut off, so that the rest can close. */
async function drain(http: HttpServer, { shutdownTimeoutSeconds }: Config): Promise<void> {
  const patienceMs = (shutdownTimeoutSeconds * 1000 * 2) / 3;
  const cutOff = setTimeout(() => {
    log.warn("requests cut off");
    http.cutOff();
  }, patienceMs);
  await http.drain();
  clearTimeout(cutOff);
}

async function runWorker(program: Process, runtime: Runtime): Promise<void> {
  const worker = await startWorker(runtime);
  const graceSeconds = Math.max(1, program.config.shutdownTimeoutSeconds / 5);
  program.shutdown.onClose("worker", () => worker.stop(graceSeconds));
}

async function serve(runtime: Runtime, readiness: Readiness): Promise<Listener> {
  const pages = await preparePages(config);
  shutdown.onClose("pages", () => pages.close());
  const { services, appRouter, createContext } = runtime;
  const app = createHttpApp({
    services,
    appRouter,
    createContext,
    readiness,
    handleNext: pages.handle,
    ...(pages.handleUpgrade && { handleNextUpgrade: pages.handleUpgrade }),
  });
  return createListener(app);
}

/** For the person at the terminal; the log line carries the same for collectors. */
async function announce(runtime: Runtime, publicUrl: string): Promise<void> {
  log.info({ publicUrl, role: config.role }, "ready");
  if (config.role === "worker") return;
  const setUpLink = await issueSetUpToken(runtime.services);
  const lines = [
    `Binnacle is ready at ${publicUrl}`,
    ...(setUpLink ? [`Make the first owner: ${setUpLink}`] : []),
  ];
  process.stdout.write(`\n${lines.map((line) => `  ${line}\n`).join("")}\n`);
}
