import { createServer } from "node:net";
import path from "node:path";
import {
  type Cluster,
  type ClusterOptions,
  clusterUrl,
  connectTo,
  initialiseCluster,
  openCluster,
  readRunning,
  startCluster,
  stopCluster,
} from "./cluster.ts";
import { createProcessRegistry, withFileLock } from "./process-registry.ts";

export interface EmbeddedPostgres {
  url: string;
  /** The postmaster now; changes when it died and was started again. */
  pid(): number | undefined;
  /** Leaves; the last process to leave stops the server. */
  stop(): Promise<void>;
}

const DATABASE = "binnacle";

/**
 * Starts Postgres in the data directory, or joins the one that runs there already (a second process,
 * or an orphan of a killed one). While it is in use, a server that dies is started again on its port.
 */
export async function startEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options);
  const registry = createProcessRegistry(path.join(options.dataDirectory, "postgres-users"));
  const lock = path.join(options.dataDirectory, "postgres.lock");
  const port = await withFileLock(lock, async () => {
    registry.join();
    await initialiseCluster(cluster);
    return readRunning(cluster)?.port ?? startCluster(cluster, await freePort());
  });
  // A process that must go at once cannot wait for the database, but it can tell it to stop.
  const abandon = () => {
    registry.leave();
    const pid = registry.hasOthers() ? undefined : readRunning(cluster)?.pid;
    if (pid) process.kill(pid, "SIGINT");
  };
  process.once("exit", abandon);
  await createDatabase(cluster, port);
  let isStopping = false;
  const supervision = setInterval(() => void supervise(), 250);
  supervision.unref();
  return {
    url: clusterUrl(cluster, port, DATABASE),
    pid: () => readRunning(cluster)?.pid,
    async stop() {
      isStopping = true;
      clearInterval(supervision);
      registry.leave();
      await withFileLock(lock, async () => {
        if (!registry.hasOthers()) await stopCluster(cluster);
      });
      process.removeListener("exit", abandon);
    },
  };

  async function supervise() {
    if (isStopping || readRunning(cluster)) return;
    isStopping = true;
    options.onEvent?.("Postgres is gone; starting it again");
    try {
      await withFileLock(lock, async () => {
        if (!readRunning(cluster)) await startCluster(cluster, port);
      });
    } catch (error) {
      options.onEvent?.(`Postgres did not start: ${(error as Error).message}`);
    }
    isStopping = false;
  }
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const sql = connectTo(cluster, port);
  try {
    await sql.unsafe(`create database ${DATABASE}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(0, "127.0.0.1", resolve),
  );
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
