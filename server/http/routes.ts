import { auditExportRoute } from "./routes/audit-export.ts";
import { avatarRoute, ownAvatarRoute } from "./routes/avatars.ts";
import { healthRoute } from "./routes/health.ts";
import { metricsRoute } from "./routes/metrics.ts";
import type { WebRoute } from "./routes/mount.ts";
import { assetRoute, authRoute, pageRoute, unknownApiRoute } from "./routes/pages.ts";
import { probeRoutes } from "./routes/probes.ts";
import { resendWebhookRoute } from "./routes/resend-webhook.ts";
import { trpcRoute } from "./routes/trpc.ts";
import { unsubscribeRoute } from "./routes/unsubscribe.ts";

/** What Hono answers, in the order in which it tries them. */
export const WEB_ROUTES: readonly WebRoute[] = [
  ...probeRoutes,
  metricsRoute,
  healthRoute,
  auditExportRoute,
  avatarRoute,
  ownAvatarRoute,
  resendWebhookRoute,
  unsubscribeRoute,
  unknownApiRoute,
];

/** What is answered without Hono: tRPC's calls and whatever is Next's. */
export const DIRECT_ROUTES = [trpcRoute, authRoute, assetRoute, pageRoute] as const;
