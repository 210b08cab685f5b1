// `npm run dev`: pages reload in place, the server restarts when its sources change.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureInstalled, environment, node, root, run } from "./toolbox.mjs";

await ensureInstalled();
const { context } = await import("esbuild");
const { serverBundle } = await import("./server-bundle.mjs");
if (!existsSync(path.join(root, "dist", "password-blocklist.bin")))
  await run(node, ["scripts/build-blocklist.mjs"]);

let server;
let holder;
let isStopping = false;

// Beside the production build, which stays what it is.
const outdir = path.join(root, "dist", "development");

const bundle = await context({
  ...serverBundle,
  outdir,
  plugins: [...serverBundle.plugins, { name: "restart", setup: (build) => build.onEnd(restart) }],
});
await bundle.watch();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop());

async function restart({ errors }) {
  if (errors.length > 0 || isStopping) return;
  // The database stays up while the server restarts.
  holder ??= launch("cli.js", ["postgres", ...process.argv.slice(2)]);
  await end(server);
  server = launch("main.js", process.argv.slice(2));
}

function launch(file, args) {
  return spawn(node, ["--enable-source-maps", path.join(outdir, file), ...args], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: environment({ NODE_ENV: "development" }),
  });
}

function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  return new Promise((resolve) => child.once("exit", resolve));
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  await bundle.dispose();
  await end(server);
  await end(holder);
}
