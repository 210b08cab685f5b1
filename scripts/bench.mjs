// `npm run bench`: builds what is stale, then measures Binnacle against plain servers on the same database;
// `npm run bench -- jobs`: jobs against plain pg-boss; `-- jobs-chaos`: jobs under workers that are killed;
// `-- live`: server-sent events to many receivers.
import * as toolbox from "./toolbox.mjs";

const { ensureBuilt, ensureInstalled, environment, exitCode, node } = toolbox;

await ensureInstalled();
await ensureBuilt();
// What `npm start` gives to Node.
const flags = { BENCH_SERVER_FLAGS: (toolbox.serverFlags ?? []).join(" ") };
const PROGRAMS = {
  jobs: "bench/jobs.ts",
  "jobs-chaos": "bench/jobs-chaos.ts",
  live: "bench/live.ts",
};
const [first, ...others] = process.argv.slice(2);
const program = PROGRAMS[first];
const hook = ["--import", "./scripts/tsx-hook.mjs"];
const args = program
  ? [...hook, program, ...others]
  : [...hook, "bench/main.ts", ...process.argv.slice(2)];
const code = await exitCode(node, args, {
  env: environment({ ...toolbox.serverEnvironment, ...flags }),
});
process.exitCode = Number(code);
