// What the commands share. Runs on the Node that npm runs on (20 or newer), before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";

/** The pinned Node, installed as a package. */
export const node = path.join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");

const INSTALL_MARK = path.join(root, "node_modules", ".installed-lock");
const INSTALL_INPUTS = ["package.json", "package-lock.json", "patches"];
const BUILD_MARK = path.join(root, "dist", ".built-from");
const BUILD_INPUTS = [
  "app",
  "components",
  "db",
  "public",
  "server",
  "scripts",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Environment with the pinned Node first on the PATH. */
export function environment(extra = {}) {
  const bins = [path.dirname(node), path.join(root, "node_modules", ".bin")];
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
    PATH: [...bins, process.env.PATH].join(path.delimiter),
  };
}

/** Runs a command to its end, its output shown. Rejects unless it exits with 0. */
export async function run(command, args, options = {}) {
  const code = await exitCode(command, args, options);
  if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(" ")} ended with ${code}`);
}

export function exitCode(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: "inherit",
    env: environment(),
    ...options,
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
}

/** `npm ci`, when the lock file is not the one that was installed last, by whomever. */
export async function ensureInstalled() {
  const installed = existsSync(INSTALL_MARK) ? readFileSync(INSTALL_MARK, "utf8") : "";
  if (installed === hashOf(INSTALL_INPUTS) && existsSync(node)) return;
  process.stdout.write("Installing packages\n");
  await run(isWindows ? "npm.cmd" : "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    env: process.env,
    shell: isWindows,
  });
}

/** Called after every install (`postinstall`). */
export function markInstalled() {
  writeFileSync(INSTALL_MARK, hashOf(INSTALL_INPUTS));
}

/** Builds, when a source is not the one that was built last. */
export async function ensureBuilt() {
  const wanted = hashOf(BUILD_INPUTS);
  const built = existsSync(BUILD_MARK) ? readFileSync(BUILD_MARK, "utf8") : "";
  if (built === wanted) return;
  process.stdout.write("Building\n");
  await run(node, ["scripts/build.mjs"]);
  mkdirSync(path.dirname(BUILD_MARK), { recursive: true });
  writeFileSync(BUILD_MARK, wanted);
}

function listFiles(target) {
  if (!existsSync(target)) return [];
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target)
    .sort()
    .filter((name) => !name.includes(".test."))
    .flatMap((name) => listFiles(path.join(target, name)));
}

function hashOf(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => listFiles(path.join(root, input))))
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Without a bound V8 lets garbage pile up to 480 MB under load where 60 MB are live (docs/performance.md). */
export const serverFlags = ["--max-semi-space-size=8", "--max-old-space-size=512"];
/**
 * Each thread that compiles would keep memory of its own: glibc gives every one an arena. And what is
 * freed goes back to the system: left to itself, glibc keeps more the larger the blocks that it has seen.
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

const REPEAT_MS = 500;

/**
 * Runs a program until it ends, in a process group of its own. Signals are passed on, but one that
 * arrives twice (from the terminal and again from npm) counts once. When this process is killed, the
 * closed channel tells the program to stop.
 */
export function supervise(file, args, extraEnvironment = {}) {
  const child = spawn(node, [...serverFlags, file, ...args], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: environment({ ...serverEnvironment, ...extraEnvironment }),
  });
  let last = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - last > REPEAT_MS) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      last = now;
    });
  }
  child.once("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
    if (child.connected) child.disconnect();
  });
  return child;
}
