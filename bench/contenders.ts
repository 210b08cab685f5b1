import path from "node:path";
import { type CaseName, type Fixture, type Load, plainLoads, trpcLoads } from "./cases.ts";
import { type BenchDatabase, SECRET } from "./database.ts";
import { POOL_SIZE } from "./options.ts";
import { type Program, root, runProgram, startProgram } from "./programs.ts";

export type ContenderName = "plain" | "ours" | "next" | "compared";

export interface Contender extends Program {
  name: ContenderName;
  loads(fixture: Fixture): Record<CaseName, Load>;
}

export const TOKEN = "a-token-that-the-plain-servers-keep-in-memory";
const SERVER_FLAGS = (process.env.BENCH_SERVER_FLAGS ?? "").split(" ").filter(Boolean);
const NEXT = path.join(root, "node_modules", "next", "dist", "bin", "next");
const NEXT_APP = path.join(root, "bench", "next-route");

/** Binnacle as it runs in production: logging, metrics, audit, sessions. Given a port, it can be profiled. */
export async function startOurs(
  database: BenchDatabase,
  { name = "ours" as ContenderName, main = path.join(root, "dist", "main.js"), inspect = 0 } = {},
): Promise<Contender> {
  const program = await startProgram({
    args: [...SERVER_FLAGS, ...(inspect ? [`--inspect=127.0.0.1:${inspect}`] : []), main],
    env: {
      BINNACLE_ROLE: "web",
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      BINNACLE_DATA_DIR: path.join(database.directory, "binnacle"),
      AUTH_SECRET: SECRET,
      LOG_LEVEL: "info",
      RATE_LIMIT_PER_USER: "10000000",
    },
    logFile: path.join(database.directory, `${name}.log`),
    readyPath: "/readyz",
  });
  return { ...program, name, loads: trpcLoads };
}

export async function startPlain(database: BenchDatabase, inspect = 0): Promise<Contender> {
  const file = path.join(root, "bench", "baseline-server.ts");
  const program = await startProgram({
    args: [...(inspect ? [`--inspect=127.0.0.1:${inspect}`] : []), file],
    env: plainEnvironment(database),
    logFile: path.join(database.directory, "plain.log"),
    readyPath: "/",
  });
  return { ...program, name: "plain", loads: plainLoads };
}

export async function startNext(database: BenchDatabase): Promise<Contender> {
  await runProgram([NEXT, "build", NEXT_APP]);
  const program = await startProgram({
    args: [NEXT, "start", NEXT_APP, "-H", "127.0.0.1"],
    env: { ...plainEnvironment(database), NEXT_TELEMETRY_DISABLED: "1" },
    logFile: path.join(database.directory, "next.log"),
    readyPath: "/",
  });
  return { ...program, name: "next", loads: plainLoads };
}

function plainEnvironment({ url }: BenchDatabase): Record<string, string> {
  return { DATABASE_URL: url, DATABASE_POOL_SIZE: String(POOL_SIZE), BENCH_TOKEN: TOKEN };
}
