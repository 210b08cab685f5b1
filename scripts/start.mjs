// `npm start`: installs what is missing, builds what is stale, runs Binnacle.
import path from "node:path";
import { ensureBuilt, ensureInstalled, root, supervise } from "./toolbox.mjs";

await ensureInstalled();
await ensureBuilt();
supervise(path.join(root, "dist", "main.js"), process.argv.slice(2), {
  NODE_ENV: process.env.NODE_ENV ?? "production",
});
