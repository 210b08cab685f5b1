import type { HttpDependencies } from "../app.ts";
import type { Handler } from "../exchange.ts";
import type { WebRoute } from "./mount.ts";

/** For whoever restarts, starts and balances processes. No session, no database except in `/readyz`. */
export const probeRoutes: readonly WebRoute[] = [
  { path: "/livez", methods: ["GET"], handler: () => (c) => c.json({ status: "ok" }) },
  { path: "/startupz", methods: ["GET"], handler: startup },
  { path: "/readyz", methods: ["GET"], handler: ready },
];

function startup({ readiness }: HttpDependencies): Handler {
  return (c) => {
    if (readiness.isStarted()) return c.json({ status: "ok" });
    return c.json({ status: "unavailable", obstacles: ["starting"] }, 503);
  };
}

function ready({ readiness }: HttpDependencies): Handler {
  return async (c) => {
    const obstacles = await readiness.findObstacles();
    if (obstacles.length === 0) return c.json({ status: "ok" });
    return c.json({ status: "unavailable", obstacles }, 503);
  };
}
