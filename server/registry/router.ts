import { createRouter } from "#server/api/trpc.ts";
import { accountRouter } from "#server/domains/account/router.ts";
import { authRouter } from "#server/domains/auth/router.ts";
import { healthRouter } from "#server/domains/health/router.ts";
import { mailRouter } from "#server/domains/mail/router.ts";
import { overviewRouter } from "#server/domains/overview/router.ts";
import { settingsRouter } from "#server/domains/settings/router.ts";
import { usersRouter } from "#server/domains/users/router.ts";

/** Every procedure of the product. */
export const appRouter = createRouter({
  account: accountRouter,
  auth: authRouter,
  health: healthRouter,
  mail: mailRouter,
  overview: overviewRouter,
  settings: settingsRouter,
  users: usersRouter,
});

export type AppRouter = typeof appRouter;
