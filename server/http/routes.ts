import { healthRoute } from "./routes/health.ts";
import { metricsRoute } from "./routes/metrics.ts";
import type { Route } from "./routes/mount.ts";
import { pageRoutes } from "./routes/pages.ts";
import { probeRoutes } from "./routes/probes.ts";
import { trpcRoute } from "./routes/trpc.ts";

/** Every address that this server answers, in the order in which they are tried. */
export const ROUTES: readonly Route[] = [
  ...probeRoutes,
  metricsRoute,
  trpcRoute,
  healthRoute,
  ...pageRoutes,
];
