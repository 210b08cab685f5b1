// `npm run cli -- <command>`: the command line, built first when it is stale.
import path from "node:path";
import { ensureBuilt, ensureInstalled, environment, exitCode, node, root } from "./toolbox.mjs";

await ensureInstalled();
await ensureBuilt();
// In the foreground of the terminal: a password is read from it, and Ctrl-C reaches the command itself.
process.on("SIGINT", () => undefined);
const code = await exitCode(node, [path.join(root, "dist", "cli.js"), ...process.argv.slice(2)], {
  env: environment({ NODE_ENV: process.env.NODE_ENV ?? "production" }),
});
process.exitCode = typeof code === "number" ? code : 1;
