// `npm run bench`: builds what is stale, then measures Binnacle against plain servers on the same database.
import * as toolbox from "./toolbox.mjs";

const { ensureBuilt, ensureInstalled, environment, exitCode, node } = toolbox;

await ensureInstalled();
await ensureBuilt();
// What `npm start` gives to Node.
const flags = { BENCH_SERVER_FLAGS: (toolbox.serverFlags ?? []).join(" ") };
const code = await exitCode(node, ["bench/main.ts", ...process.argv.slice(2)], {
  env: environment({ ...toolbox.serverEnvironment, ...flags }),
});
process.exitCode = Number(code);
