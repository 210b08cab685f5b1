// `npm run check`: everything that needs no database. All of it is an error.
import path from "node:path";
import { ensureInstalled, environment, exitCode, node, root } from "./toolbox.mjs";

await ensureInstalled();

const bin = (name) => path.join(root, "node_modules", ".bin", name);
const script = (name) => [node, [path.join("scripts", name)]];

const CHECKS = [
  ["types", path.join(root, "node_modules/typescript-native/bin/tsc"), ["--noEmit"]],
  ["format and lint", bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "."]],
  [
    "promises",
    bin("oxlint"),
    [
      "--type-aware",
      "--deny-warnings",
      "-c",
      "oxlint.json",
      "server",
      "db",
      "app",
      "components",
      "e2e",
      "bench",
    ],
  ],
  ["import walls", ...script("check-walls.mjs")],
  ["dead code", bin("knip"), []],
  ["migration drift", ...script("check-drift.mjs")],
  ["docs", ...script("check-docs.mjs")],
];

const failed = [];
for (const [name, command, args] of CHECKS) {
  const startedAt = performance.now();
  const code = await exitCode(command, args, { env: environment({ NO_COLOR: "1" }) });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "ok  " : "FAIL"}  ${name} (${seconds} s)\n`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) {
  process.stderr.write(`Checks failed: ${failed.join(", ")}\n`);
  process.exitCode = 1;
}
