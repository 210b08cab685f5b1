// `npm run bench -- jobs-chaos`: jobs are worked off while their workers are killed with SIGKILL.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import { runChaos } from "#server/testing/chaos/chaos.ts";
import { SECRET } from "./database.ts";
import { runProgram } from "./programs.ts";

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    jobs: { type: "string", default: "10000" },
    workers: { type: "string", default: "3" },
    kills: { type: "string", default: "50" },
  },
});
const directory = mkdtempSync(path.join(tmpdir(), "binnacle-chaos-"));
const server = await startEmbeddedPostgres({ dataDirectory: directory, password: SECRET });
try {
  const { url } = server;
  await runProgram(["dist/cli.js", "migrate"], { env: { DATABASE_URL: url, AUTH_SECRET: SECRET } });
  const jobs = Number(values.jobs);
  const outcome = await runChaos({
    url,
    jobs,
    workers: Number(values.workers),
    kills: Number(values.kills),
    pauseMs: 100,
  });
  const isGood =
    outcome.jobs >= jobs &&
    outcome.completed === outcome.jobs &&
    outcome.once === outcome.jobs &&
    outcome.kills >= Number(values.kills) &&
    outcome.interrupted > 0 &&
    outcome.leftAtLastKill > 0 &&
    outcome.recoverySeconds <= 75;
  process.stdout.write(
    `${JSON.stringify(outcome, null, 2)}\n${isGood ? "as it should" : "NOT as it should"}\n`,
  );
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
