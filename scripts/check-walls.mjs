// The import walls. A run that saw hardly any modules has checked nothing, and fails.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { exitCode, root } from "./toolbox.mjs";

const MIN_MODULES = 200;
const depcruise = path.join(root, "node_modules", ".bin", "depcruise");
const args = ["--config", ".dependency-cruiser.mjs", "app", "components", "db", "server"];

process.exitCode = await exitCode(depcruise, args);
const { stdout } = spawnSync(depcruise, [...args, "--output-type", "json"], {
  cwd: root,
  maxBuffer: 256 * 1024 * 1024,
});
const { totalCruised } = JSON.parse(stdout).summary;
if (totalCruised < MIN_MODULES) {
  process.stderr.write(
    `dependency-cruiser saw ${totalCruised} modules, fewer than ${MIN_MODULES}\n`,
  );
  process.exitCode = 1;
}
