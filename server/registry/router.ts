import { createRouter, type ProcedureMeta } from "#server/api/trpc.ts";
import { accountRouter } from "#server/domains/account/router.ts";
import { auditRouter } from "#server/domains/audit/router.ts";
import { authRouter } from "#server/domains/auth/router.ts";
import { errorsRouter } from "#server/domains/errors/router.ts";
import { eventsRouter } from "#server/domains/events/router.ts";
import { healthRouter } from "#server/domains/health/router.ts";
import { createJobsRouter } from "#server/domains/jobs/router.ts";
import { mailRouter } from "#server/domains/mail/router.ts";
import { overviewRouter } from "#server/domains/overview/router.ts";
import { createAccessRouter, rolesRouter } from "#server/domains/roles/router.ts";
import { impersonationRouter } from "#server/domains/sessions/impersonation/router.ts";
import { settingsRouter } from "#server/domains/settings/router.ts";
import { usersRouter } from "#server/domains/users/router.ts";
import { viewsRouter } from "#server/domains/views/router.ts";
import { jobDefinitions, schedules } from "./jobs.ts";

/** Every procedure of the product. */
export const appRouter = createRouter({
  access: createAccessRouter(findDoor),
  account: accountRouter,
  audit: auditRouter,
  auth: authRouter,
  health: healthRouter,
  impersonation: impersonationRouter,
  jobs: createJobsRouter({ definitions: jobDefinitions, schedules }),
  errors: errorsRouter,
  events: eventsRouter,
  mail: mailRouter,
  overview: overviewRouter,
  roles: rolesRouter,
  settings: settingsRouter,
  users: usersRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;

function findDoor(path: string): ProcedureMeta | undefined {
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { meta: ProcedureMeta } }
  >;
  return Object.hasOwn(procedures, path) ? procedures[path]?._def.meta : undefined;
}
