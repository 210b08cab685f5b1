import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { SETTINGS } from "#server/config-settings.ts";
import { listProcessesNaming } from "./processes.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const START_DEADLINE_MS = 60_000;
/** All tests ask from one address, faster than people do. */
const UNLIMITED = { RATE_LIMIT_PER_USER: "1000000", RATE_LIMIT_PER_ADDRESS: "1000000" };

/** The real program on an embedded Postgres of its own, run as `npm start` runs it. */
export interface Binnacle {
  url: string;
  dataDirectory: string;
  /** As printed while there is no owner. */
  setUpLink: string | null;
  /** Stops and starts on the same data and the same port. */
  restart(): Promise<void>;
  /**
   * Stops by SIGTERM, proves that it went cleanly, and removes the data.
   * @param announced errors that the test has provoked, by their messages in the log
   */
  remove(announced?: readonly string[]): Promise<void>;
  /** `npm run cli -- <args>` on the same data. */
  runCli(...args: string[]): Promise<void>;
}

/** Installs and builds what is stale, once, before a server's start is timed. */
export function ensureBuilt(): Promise<void> {
  return run(["scripts/cli.mjs", "help"], environment(tmpdir(), 0));
}

/** By the names of their environment variables. */
type Settings = Record<string, string>;

export async function launchBinnacle(settings: Settings = {}): Promise<Binnacle> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "binnacle-e2e-"));
  let server = await start(dataDirectory, 0, settings);
  const port = Number(new URL(server.url).port);
  return {
    url: server.url,
    dataDirectory,
    setUpLink: server.setUpLink,
    async restart() {
      await stop(server, dataDirectory);
      server = await start(dataDirectory, port, settings);
    },
    async remove(announced) {
      await stop(server, dataDirectory, announced);
      await rm(dataDirectory, { recursive: true });
    },
    runCli: (...args) =>
      run(["scripts/cli.mjs", ...args], environment(dataDirectory, port, settings)),
  };
}

interface Server {
  child: ChildProcess;
  url: string;
  setUpLink: string | null;
  readOutput(): string;
}

async function start(dataDirectory: string, port: number, settings: Settings): Promise<Server> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: environment(dataDirectory, port, settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const readOutput = collectOutput(child);
  const url = await waitForAddress(child, readOutput);
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status, "the server is ready when it says so").toBe(200);
  const setUpLink = /Make the first owner: (\S+)/.exec(readOutput())?.[1] ?? null;
  return { child, url, setUpLink, readOutput };
}

/** The program ends with 0 on SIGTERM, leaves no process behind and has logged no error. */
async function stop(
  { child, readOutput }: Server,
  dataDirectory: string,
  announced: readonly string[] = [],
): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = await ended;
  expect(code, `exit code after SIGTERM\n${tail(readOutput())}`).toBe(0);
  expect(listProcessesNaming(dataDirectory), "processes left behind").toEqual([]);
  const errors = readOutput()
    .split("\n")
    .filter((line) => /^\{"level":"(?:error|fatal)"/.test(line))
    .filter((line) => !announced.includes(JSON.parse(line).msg));
  expect(errors, "errors in the server's log").toEqual([]);
}

/** Ends with the first line after which a person could open the address; the link is printed with it. */
async function waitForAddress(child: ChildProcess, readOutput: () => string): Promise<string> {
  const signal = AbortSignal.timeout(START_DEADLINE_MS);
  for (;;) {
    const printed = /Binnacle is ready at (\S+)\n(?:.*\n)*?\n/.exec(readOutput());
    if (printed?.[1]) return printed[1];
    if (child.exitCode !== null) throw new Error(`The server ended\n${tail(readOutput())}`);
    await Promise.race([
      once(child.stdout ?? child, "data", { signal }),
      once(child, "exit", { signal }),
    ]);
  }
}

function collectOutput(child: ChildProcess): () => string {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return () => output;
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const readOutput = collectOutput(child);
  const [code] = await once(child, "close");
  expect(code, `${args.join(" ")}\n${tail(readOutput())}`).toBe(0);
}

/** The caller's environment with no other setting of Binnacle's than these. */
function environment(
  dataDirectory: string,
  port: number,
  settings: Settings = {},
): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const { env: name } of Object.values(SETTINGS)) delete env[name];
  delete env.NODE_OPTIONS;
  const own = { BINNACLE_DATA_DIR: dataDirectory, PORT: String(port) };
  return { ...env, ...UNLIMITED, ...settings, ...own };
}

function tail(output: string): string {
  return output.slice(-4_000);
}
