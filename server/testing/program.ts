import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "#server/project-root.ts";

export interface Program {
  child: ChildProcess;
  url: string;
  /** Everything written to stdout and stderr so far. */
  output(): string;
  /** Sends the signal and resolves with the exit code, or with the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  exited: Promise<number | NodeJS.Signals>;
}

interface ProgramOptions {
  env?: Record<string, string>;
  args?: string[];
  /** What to run: the server itself, or the launcher behind `npm start` or `npm run dev`. */
  entry?: "dist/main.js" | "scripts/start.mjs" | "scripts/dev.mjs";
}

const START_TIMEOUT_MS = 60_000;

export async function until(
  condition: () => Promise<boolean> | boolean,
  what: string,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited a minute for: ${what}`);
    await sleep(25);
  }
}

export function temporaryDirectory(): { path: string; remove(): void } {
  const directory = mkdtempSync(path.join(tmpdir(), "binnacle-program-"));
  return { path: directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Starts the built program as its own process, without waiting for it. */
export function spawnProgram(options: ProgramOptions): Omit<Program, "url"> {
  const { env = {}, args = [], entry = "dist/main.js" } = options;
  const child = spawn(process.execPath, [path.join(projectRoot, entry), ...args], {
    cwd: projectRoot,
    env: {
      PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
      NODE_ENV: "production",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  return {
    child,
    output: () => output,
    exited,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return exited;
    },
  };
}

/** Starts the built program and waits until it says that it is ready. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const program = spawnProgram(options);
  const address = () => /ready at (http:\/\/\S+)/.exec(program.output())?.[1];
  await until(
    () => address() !== undefined || program.child.exitCode !== null,
    "the program to start",
  );
  const url = address();
  if (!url)
    throw new Error(`The program ended with ${program.child.exitCode}:\n${program.output()}`);
  return { ...program, url };
}
