// Builds for production: the server bundle, the password blocklist, the pages.
import { rmSync } from "node:fs";
import path from "node:path";
import { environment, node, root, run } from "./toolbox.mjs";

const { build } = await import("esbuild");
const { serverBundle } = await import("./server-bundle.mjs");

rmSync(path.join(root, "dist"), { recursive: true, force: true });
await build(serverBundle);
await run(node, ["scripts/build-blocklist.mjs"]);
await run(node, ["node_modules/next/dist/bin/next", "build"], {
  env: environment({ NODE_ENV: "production" }),
});
