import path from "node:path";
import { root } from "./toolbox.mjs";

/** How esbuild bundles the processes: our own sources into one file each, packages left outside. */
export const serverBundle = {
  absWorkingDir: root,
  entryPoints: [path.join(root, "server/main.ts"), path.join(root, "server/cli.ts")],
  outdir: path.join(root, "dist"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  sourcemap: true,
  jsx: "automatic",
  logLevel: "warning",
  plugins: [
    {
      name: "packages-stay-outside",
      setup(build) {
        build.onResolve({ filter: /^[^.#/]/ }, ({ kind, path: name }) =>
          kind === "entry-point" ? undefined : { path: name, external: true },
        );
      },
    },
  ],
};
