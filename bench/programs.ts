import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const root = path.dirname(import.meta.dirname);

export interface Program {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

interface ProgramOptions {
  args: readonly string[];
  env: Record<string, string>;
  /** Standard output and error go there. */
  logFile: string;
  /** Answers below 500 once the program is ready. */
  readyPath: string;
}

const START_TIMEOUT_MS = 30_000;
const TICKS_PER_SECOND = 100;

/** Starts a server as a process of its own on a free port and waits until it answers. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(options.logFile, "w");
  const child = spawn(process.execPath, options.args, {
    cwd: root,
    stdio: ["ignore", log, log],
    env: { ...process.env, NODE_ENV: "production", ...options.env, PORT: String(port) },
  });
  closeSync(log);
  const program = { url, pid: child.pid ?? 0, stop: () => stopChild(child) };
  try {
    await untilReady(url + options.readyPath, child);
  } catch (cause) {
    await program.stop();
    throw new Error(`${options.args[0]} did not start:\n${readFileSync(options.logFile, "utf8")}`, {
      cause,
    });
  }
  return program;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 503,
    );
    if (status < 500) return;
    await sleep(100);
  }
  throw new Error(`No answer from ${url}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = globalThis.setTimeout(() => child.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(timer);
}

/** Runs a program to its end and returns what it printed. */
export async function runProgram(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (errors += chunk));
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${output}${errors}`);
  return output;
}

/** Resident memory now and at its highest, in MB of 2^20 bytes. Linux only; 0 elsewhere. */
export function readMemoryMb(pid: number): { rss: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name: string) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { rss: read("VmRSS"), peak: read("VmHWM") };
  } catch {
    return { rss: 0, peak: 0 };
  }
}

/** Processor time used so far, in seconds, of all threads. Linux only; 0 elsewhere. */
export function readCpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
