import {
  everybody,
  fromAdmin,
  fromSupport,
  type Statuses,
  signedIn,
} from "./authorization-matrix.ts";

/** Who gets what of each route and page; the test fails for one without a row. */
interface RouteRow {
  /** As registered in server/http/routes.ts. */
  route: string;
  request: string;
  statuses: Statuses;
}

export const ROUTE_ROWS: readonly RouteRow[] = [
  { route: "/livez", request: "/livez", statuses: everybody(200) },
  { route: "/startupz", request: "/startupz", statuses: everybody(200) },
  { route: "/readyz", request: "/readyz", statuses: everybody(200) },
  // On loopback, as here; elsewhere by token.
  { route: "/metrics", request: "/metrics", statuses: everybody(200) },
  { route: "/api/trpc/*", request: "/api/trpc/account.get", statuses: signedIn },
  { route: "/api/v1/audit/export", request: "/api/v1/audit/export", statuses: fromSupport },
  // The target has no picture.
  {
    route: "/api/v1/users/:userId/avatar",
    request: "/api/v1/users/0192f0c0-7c1e-7000-8000-000000000001/avatar",
    statuses: [401, 401, 401, 404, 404, 404, 404],
  },
  { route: "/api/v1/account/avatar", request: "/api/v1/account/avatar", statuses: everybody(405) },
  {
    route: "/api/webhooks/resend",
    request: "/api/webhooks/resend",
    statuses: everybody(405),
  },
  // A person who opens it is led to the page that asks.
  {
    route: "/api/mail/unsubscribe",
    request: "/api/mail/unsubscribe?token=x",
    statuses: everybody(302),
  },
  { route: "/api/v1/health", request: "/api/v1/health", statuses: fromAdmin },
  { route: "/api/auth/*", request: "/api/auth/session", statuses: everybody(200) },
  { route: "/api/*", request: "/api/nothing", statuses: everybody(404) },
  { route: "/_next/*", request: "/_next/nothing", statuses: everybody(404) },
  { route: "/*", request: "/nothing", statuses: everybody(404) },
];

interface PageRow {
  page: string;
  request: string;
  statuses: Statuses;
}

const toSignIn = 307;
const forSignedIn: Statuses = [toSignIn, toSignIn, toSignIn, 200, 200, 200, 200];

/** `{target}` is the id of a user. A page that leads elsewhere answers 307. */
export const PAGE_ROWS: readonly PageRow[] = [
  { page: "/", request: "/", statuses: forSignedIn },
  { page: "/account", request: "/account", statuses: forSignedIn },
  { page: "/users", request: "/users", statuses: forSignedIn },
  {
    page: "/users/trash",
    request: "/users/trash",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  { page: "/users/[userId]", request: "/users/{target}", statuses: forSignedIn },
  { page: "/mail", request: "/mail", statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 200] },
  {
    page: "/mail/domain",
    request: "/mail/domain",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 200],
  },
  {
    page: "/mail/templates",
    request: "/mail/templates",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 200],
  },
  {
    page: "/mail/suppressions",
    request: "/mail/suppressions",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 200],
  },
  {
    page: "/mail/[mailId]",
    request: "/mail/0192f0c0-7c1e-7000-8000-000000000001",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 404],
  },
  {
    page: "/jobs",
    request: "/jobs",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/jobs/list",
    request: "/jobs/list",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/jobs/alerts",
    request: "/jobs/alerts",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/jobs/schedules",
    request: "/jobs/schedules",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/jobs/[jobId]",
    request: "/jobs/0192f0c0-7c1e-7000-8000-000000000001",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 404, 404],
  },
  {
    page: "/errors",
    request: "/errors",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/errors/[groupId]",
    request: "/errors/0192f0c0-7c1e-7000-8000-000000000001",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 404, 404],
  },
  {
    page: "/health",
    request: "/health",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/audit",
    request: "/audit",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 200, 200, 200],
  },
  {
    page: "/settings",
    request: "/settings",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/roles",
    request: "/roles",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/roles/new",
    request: "/roles/new",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/roles/[roleKey]",
    request: "/roles/support",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  {
    page: "/access",
    request: "/access",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 200, 200],
  },
  { page: "/sign-in", request: "/sign-in", statuses: [200, 200, 200, 307, 307, 307, 307] },
  { page: "/register", request: "/register", statuses: [200, 200, 200, 307, 307, 307, 307] },
  { page: "/register/complete", request: "/register/complete", statuses: everybody(200) },
  { page: "/set-up", request: "/set-up", statuses: [307, 307, 307, 307, 307, 307, 307] },
  { page: "/invitation", request: "/invitation", statuses: everybody(200) },
  { page: "/forgot-password", request: "/forgot-password", statuses: everybody(200) },
  { page: "/reset-password", request: "/reset-password", statuses: everybody(200) },
  { page: "/unsubscribe", request: "/unsubscribe", statuses: everybody(200) },
  { page: "/verify-email", request: "/verify-email", statuses: everybody(200) },
  { page: "/change-email/[side]", request: "/change-email/new", statuses: everybody(200) },
];
