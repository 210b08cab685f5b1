import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "#db/migrator.ts";
import {
  type Cluster,
  clusterUrl,
  initialiseCluster,
  openCluster,
  readRunning,
  startCluster,
  stopCluster,
} from "#server/platform/postgres/cluster.ts";
import { freePort } from "#server/platform/postgres/embedded.ts";
import { isAlive } from "#server/platform/postgres/process-registry.ts";
import { MIGRATIONS } from "#server/runtime.ts";

export interface TestServer {
  url: string;
  port: number;
  start(): Promise<void>;
  /** Without a farewell, as a crash of the machine. */
  kill(): Promise<void>;
  /** Every process of it stands still: connections stay, answers do not come. */
  freeze(): void;
  thaw(): void;
}

export interface ReplicatedPostgres {
  primary: TestServer;
  standby: TestServer;
  /** What the standby connects to the primary with. */
  conninfo: string;
  close(): Promise<void>;
}

const PASSWORD = "test-only";
const SETTINGS = ["fsync=off", "wal_level=replica", "max_wal_senders=4", "wal_keep_size=64MB"];

/** A migrated primary and a hot standby that streams from it: a copy of its stopped data directory. */
export async function startReplicatedPostgres(): Promise<ReplicatedPostgres> {
  const root = mkdtempSync(path.join(tmpdir(), "binnacle-replicas-"));
  const open = (name: string) =>
    openCluster({
      dataDirectory: path.join(root, name),
      password: PASSWORD,
      settings: SETTINGS,
    });
  const original = await open("primary");
  await initialiseCluster(original);
  const primary = describeServer(original, await freePort());
  await primary.start();
  await migrate(primary.url, MIGRATIONS);
  await stopCluster(original);
  mkdirSync(path.join(root, "standby"));
  execFileSync("cp", ["-a", original.directory, path.join(root, "standby", "postgres")]);
  const copy = await open("standby");
  const conninfo = `host=127.0.0.1 port=${primary.port} user=postgres password=${PASSWORD}`;
  appendFileSync(
    path.join(copy.directory, "postgresql.auto.conf"),
    `primary_conninfo = '${conninfo}'\n`,
  );
  writeFileSync(path.join(copy.directory, "standby.signal"), "");
  const standby = describeServer(copy, await freePort());
  await primary.start();
  await standby.start();
  return {
    primary,
    standby,
    conninfo,
    async close() {
      standby.thaw();
      await Promise.all([stopCluster(copy), stopCluster(original)]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function describeServer(cluster: Cluster, port: number): TestServer {
  const pids = () => processesOf(readRunning(cluster)?.pid);
  return {
    url: clusterUrl(cluster, port, "postgres"),
    port,
    async start() {
      await startCluster(cluster, port);
    },
    async kill() {
      const all = pids();
      for (const pid of all) signal(pid, "SIGKILL");
      while (all.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    freeze() {
      for (const pid of pids()) signal(pid, "SIGSTOP");
    },
    thaw() {
      for (const pid of pids()) signal(pid, "SIGCONT");
    },
  };
}

/** The postmaster and its children, which lead groups of their own. */
function processesOf(postmaster: number | undefined): number[] {
  if (!postmaster) return [];
  const listed = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const children = listed
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid ?? 0);
  return [postmaster, ...children];
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name);
}
