import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CASE_NAMES, type CaseName, GOALS, RSS_GOAL_MB } from "./cases.ts";
import type { ContenderName } from "./contenders.ts";
import type { Measured } from "./load.ts";
import type { Rounds } from "./measure.ts";
import { CONNECTIONS, type Options, POOL_SIZE, USERS } from "./options.ts";
import { root } from "./programs.ts";

interface Figures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  cpuMicroseconds: number;
  rounds: number[];
}

export interface CaseResult {
  name: CaseName;
  title: string;
  contenders: Partial<Record<ContenderName, Figures>>;
  /** Of ours, to what the goal is set over; absent when one of the two was not measured. */
  ratio?: number;
  goal: number;
  goalOver: string;
  isMet?: boolean;
}

export interface Memory {
  rss: number;
  peak: number;
}

/** Medians over the rounds, and the ratio of the medians. */
export function summarise(rounds: Rounds): CaseResult[] {
  const results = CASE_NAMES.filter((name) => rounds[name].ours).map((name): CaseResult => {
    const entries = Object.entries(rounds[name]).map(([who, measured]) => [
      who,
      figuresOf(measured),
    ]);
    const { title, over, atLeast } = GOALS[name];
    return {
      name,
      title,
      contenders: Object.fromEntries(entries),
      goal: atLeast,
      goalOver: over,
    };
  });
  const list = results.find(({ name }) => name === "list");
  for (const result of results) {
    const { ours, plain } = result.contenders;
    const base = result.goalOver === "plain server" ? plain : list?.contenders.ours;
    if (!ours || !base) continue;
    result.ratio = round(ours.perSecond / base.perSecond, 3);
    result.isMet = result.ratio >= result.goal;
  }
  return results;
}

function figuresOf(measured: Measured[]): Figures {
  return {
    perSecond: round(median(measured.map(({ perSecond }) => perSecond)), 0),
    p50Ms: round(median(measured.map(({ p50Ms }) => p50Ms)), 2),
    p99Ms: round(median(measured.map(({ p99Ms }) => p99Ms)), 2),
    cpuMicroseconds: round(median(measured.map((each) => each.cpuMicroseconds ?? 0)), 0),
    rounds: measured.map(({ perSecond }) => round(perSecond, 0)),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

const NAMES: Record<ContenderName, string> = {
  plain: "(a) node:http + postgres.js",
  ours: "Binnacle",
  next: "(b) Next route handler",
  compared: "Binnacle, compared build",
};

export function printTable(results: CaseResult[], memory: Memory): void {
  const lines: string[] = [];
  for (const result of results) {
    const { title, contenders, goal, goalOver, ratio } = result;
    lines.push("", title);
    for (const [who, figures] of Object.entries(contenders)) {
      const { perSecond, p50Ms, p99Ms, cpuMicroseconds: cpu } = figures;
      const toPlain = contenders.plain ? (perSecond / contenders.plain.perSecond).toFixed(2) : "-";
      lines.push(
        `  ${NAMES[who as ContenderName].padEnd(28)}${String(perSecond).padStart(7)}/s  p50 ${p50Ms.toFixed(2).padStart(6)} ms  p99 ${p99Ms.toFixed(2).padStart(6)} ms  cpu ${String(cpu).padStart(4)} µs  ${toPlain} of (a)`,
      );
    }
    if (ratio !== undefined)
      lines.push(
        `  goal: at least ${goal} of the ${goalOver}; ${ratio.toFixed(2)}, ${verdict(result.isMet)}`,
      );
  }
  lines.push(
    "",
    `Memory of the server process after load: ${memory.rss} MB (highest ${memory.peak} MB); goal: at most ${RSS_GOAL_MB} MB, ${verdict(memory.rss <= RSS_GOAL_MB)}`,
    "",
  );
  process.stdout.write(lines.join("\n"));
}

function verdict(isMet = false): string {
  return isMet ? "met" : "NOT met";
}

interface Run {
  options: Options;
  postgres: string;
  results: CaseResult[];
  memory: Memory;
}

export function saveResults({ options, postgres, results, memory }: Run): string {
  const directory = path.join(root, "bench", "results");
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, "latest.json");
  const { rounds, seconds } = options;
  const saved = {
    command: ["npm run bench --", ...process.argv.slice(2)].join(" ").replace(/ --$/, ""),
    date: new Date().toISOString(),
    commit: commit(),
    machine: {
      cpu: os.cpus()[0]?.model.trim(),
      cores: os.availableParallelism(),
      memoryGb: Math.round(os.totalmem() / 2 ** 30),
      system: `${os.type()} ${os.release()}`,
    },
    versions: { node: process.version, postgres, ...packageVersions() },
    settings: {
      users: USERS,
      connections: CONNECTIONS,
      poolSize: POOL_SIZE,
      rounds,
      seconds,
      nodeFlags: process.env.BENCH_SERVER_FLAGS ?? "",
      loadAverage: os.loadavg().map((load) => round(load, 1)),
    },
    cases: results,
    memoryMb: { ...memory, goal: RSS_GOAL_MB, isMet: memory.rss <= RSS_GOAL_MB },
  };
  writeFileSync(file, `${JSON.stringify(saved, null, 2)}\n`);
  return path.relative(root, file);
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: root,
      encoding: "utf8",
    }).trim();
  } catch {
    return "unknown";
  }
}

function packageVersions(): Record<string, string> {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  const all: Record<string, string> = { ...dependencies, ...devDependencies };
  const names = ["next", "hono", "@trpc/server", "drizzle-orm", "postgres", "zod", "autocannon"];
  return Object.fromEntries(names.map((name) => [name, all[name] ?? "unknown"]));
}
