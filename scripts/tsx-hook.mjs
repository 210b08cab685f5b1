// `node --import ./scripts/tsx-hook.mjs program.ts`: Node takes the types out of .ts by itself; JSX it leaves to us.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const file = readFileSync(fileURLToPath(url), "utf8");
    const { code } = transformSync(file, { loader: "tsx", jsx: "automatic", format: "esm" });
    return { format: "module", source: code, shortCircuit: true };
  },
});
