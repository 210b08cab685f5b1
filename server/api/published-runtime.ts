import type { Runtime } from "#server/runtime.ts";

const RUNTIME = Symbol.for("binnacle.runtime");

/** The one runtime of the process, for code that Next bundles: it has its own copy of every module. */
export function getRuntime(): Runtime {
  const runtime = (globalThis as { [RUNTIME]?: Runtime })[RUNTIME];
  if (!runtime) throw new Error("Pages are served by server/main.ts, which publishes the runtime");
  return runtime;
}
