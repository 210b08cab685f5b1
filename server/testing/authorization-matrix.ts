import type { Grant } from "#server/platform/access/schema.ts";

/** Who may do what, one row per procedure, route and page. The test fails for a surface without a row. */
export const ACTORS = [
  "anonymous",
  "revoked",
  "suspended",
  "viewer",
  "support",
  "admin",
  "owner",
] as const;
export type ActorName = (typeof ACTORS)[number];

/** On whom a procedure acts, where that decides. */
export type TargetName = "viewer" | "admin" | "owner";

type Statuses = readonly [number, number, number, number, number, number, number];

interface ProcedureRow {
  path: string;
  target?: TargetName;
  /** The HTTP status for each actor, in the order of ACTORS. */
  statuses: Statuses;
}

const signedIn: Statuses = [401, 401, 401, 200, 200, 200, 200];
const fromSupport: Statuses = [401, 401, 401, 403, 200, 200, 200];
const fromAdmin: Statuses = [401, 401, 401, 403, 403, 200, 200];
const ownerOnly: Statuses = [401, 401, 401, 403, 403, 403, 200];
const everybody = (status: number): Statuses => [
  status,
  status,
  status,
  status,
  status,
  status,
  status,
];

export const PROCEDURE_ROWS: readonly ProcedureRow[] = [
  { path: "account.get", statuses: signedIn },
  { path: "account.updateProfile", statuses: signedIn },
  // The example's current password is nobody's: refused on its field, after the door.
  { path: "account.changePassword", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.delete", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.requestEmailVerification", statuses: signedIn },
  { path: "account.emailChange", statuses: signedIn },
  { path: "account.requestEmailChange", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.cancelEmailChange", statuses: signedIn },
  { path: "account.sessions", statuses: signedIn },
  // The example's session is nobody's.
  { path: "account.revokeSession", statuses: [401, 401, 401, 404, 404, 404, 404] },
  { path: "account.revokeOtherSessions", statuses: signedIn },

  { path: "audit.list", statuses: fromSupport },
  { path: "audit.export", statuses: fromSupport },
  { path: "audit.verify", statuses: fromSupport },

  { path: "auth.status", statuses: everybody(200) },
  { path: "auth.setUp", statuses: everybody(409) },
  { path: "auth.signIn", statuses: everybody(401) },
  { path: "auth.signOut", statuses: everybody(200) },
  { path: "auth.invitation", statuses: everybody(404) },
  { path: "auth.acceptInvitation", statuses: everybody(404) },
  // Registration is closed until somebody opens it.
  { path: "auth.register", statuses: everybody(403) },
  { path: "auth.registration", statuses: everybody(404) },
  { path: "auth.completeRegistration", statuses: everybody(404) },
  { path: "auth.requestPasswordReset", statuses: everybody(200) },
  { path: "auth.resetPassword", statuses: everybody(404) },
  { path: "auth.verifyEmail", statuses: everybody(404) },
  { path: "auth.confirmEmailChange", statuses: everybody(404) },
  { path: "auth.ratePassword", statuses: everybody(200) },

  { path: "health.get", statuses: fromAdmin },
  { path: "mail.list", statuses: ownerOnly },
  // The example's mail does not exist.
  { path: "mail.get", statuses: [401, 401, 401, 403, 403, 403, 404] },
  { path: "overview.get", statuses: signedIn },
  { path: "overview.attention", statuses: signedIn },

  { path: "access.explain", target: "owner", statuses: fromAdmin },
  { path: "roles.list", statuses: fromAdmin },
  { path: "roles.holders", statuses: fromAdmin },
  { path: "roles.options", statuses: signedIn },
  { path: "roles.get", statuses: fromAdmin },
  { path: "roles.create", statuses: fromAdmin },
  // The example's role does not exist.
  { path: "roles.update", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "roles.delete", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "roles.effective", target: "owner", statuses: fromAdmin },

  { path: "settings.list", statuses: fromAdmin },
  { path: "settings.update", statuses: fromAdmin },

  { path: "users.list", statuses: signedIn },
  { path: "users.get", target: "owner", statuses: signedIn },
  { path: "users.create", statuses: fromAdmin },
  { path: "users.invite", statuses: fromAdmin },
  // The target has accepted already: a conflict for those who may.
  {
    path: "users.resendInvitation",
    target: "viewer",
    statuses: [401, 401, 401, 403, 403, 409, 409],
  },
  {
    path: "users.resendInvitation",
    target: "admin",
    statuses: [401, 401, 401, 403, 403, 403, 409],
  },
  { path: "users.update", target: "viewer", statuses: fromAdmin },
  { path: "users.update", target: "admin", statuses: ownerOnly },
  { path: "users.update", target: "owner", statuses: ownerOnly },
  { path: "users.suspend", target: "viewer", statuses: fromSupport },
  { path: "users.suspend", target: "admin", statuses: ownerOnly },
  { path: "users.suspend", target: "owner", statuses: ownerOnly },
  // The example is nobody: refused for itself in the outcome.
  { path: "users.suspendMany", statuses: fromSupport },
  { path: "users.reinstateMany", statuses: fromSupport },
  { path: "users.reinstate", target: "viewer", statuses: [401, 401, 401, 403, 409, 409, 409] },
  { path: "users.reinstate", target: "owner", statuses: [401, 401, 401, 403, 403, 403, 409] },
  { path: "users.sessions", target: "owner", statuses: fromSupport },
  { path: "users.revokeSession", target: "viewer", statuses: fromSupport },
  { path: "users.revokeSession", target: "owner", statuses: ownerOnly },
  { path: "users.revokeAllSessions", target: "viewer", statuses: fromSupport },
  { path: "users.revokeAllSessions", target: "admin", statuses: ownerOnly },
  { path: "users.revokeAllSessions", target: "owner", statuses: ownerOnly },
  { path: "users.history", target: "owner", statuses: fromSupport },

  { path: "views.list", statuses: signedIn },
  { path: "views.create", statuses: signedIn },
  // The example's view is nobody's.
  { path: "views.update", statuses: [401, 401, 401, 404, 404, 404, 404] },
  { path: "views.delete", statuses: [401, 401, 401, 404, 404, 404, 404] },
  { path: "views.setDefault", statuses: [401, 401, 401, 404, 404, 404, 404] },
];

/**
 * Somebody with a custom role: most of it counts only for users of their own department, the rest at
 * other times or from other networks, that is not at all.
 */
export const LIMITED_GRANTS: readonly Grant[] = [
  { permission: "account.manage", conditions: {} },
  { permission: "overview.read", conditions: {} },
  { permission: "roles.read", conditions: {} },
  { permission: "users.read", conditions: { department: "same" } },
  { permission: "users.update", conditions: { department: "same" } },
  { permission: "sessions.read", conditions: { department: "same" } },
  { permission: "sessions.revoke", conditions: { department: "same" } },
  { permission: "audit.read", conditions: { department: "same" } },
  { permission: "users.create", conditions: { network: ["192.0.2.0/24"] } },
];

interface LimitedRow {
  path: string;
  /** The HTTP status on a user of the own department, who may do less. */
  inside: number;
  /** On a user of another one. */
  outside: number;
}

const onlyInside = (path: string): LimitedRow => ({ path, inside: 200, outside: 404 });
const onNobody = (path: string): LimitedRow => ({ path, inside: 200, outside: 200 });

/**
 * What they get. Not listed: procedures that everybody may call, those whose permission they lack
 * (403), and those whose permission counts without conditions (as for an admin).
 */
export const LIMITED_ROWS: readonly LimitedRow[] = [
  onNobody("users.list"),
  onNobody("roles.options"),
  onNobody("audit.list"),
  onNobody("audit.export"),
  onNobody("audit.verify"),
  onlyInside("users.get"),
  onlyInside("users.update"),
  onlyInside("users.sessions"),
  onlyInside("users.revokeSession"),
  onlyInside("users.revokeAllSessions"),
  onlyInside("users.history"),
  onlyInside("roles.effective"),
  onlyInside("access.explain"),
];

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
  { page: "/users/[userId]", request: "/users/{target}", statuses: forSignedIn },
  { page: "/mail", request: "/mail", statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 200] },
  {
    page: "/mail/[mailId]",
    request: "/mail/0192f0c0-7c1e-7000-8000-000000000001",
    statuses: [toSignIn, toSignIn, toSignIn, 403, 403, 403, 404],
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
  { page: "/verify-email", request: "/verify-email", statuses: everybody(200) },
  { page: "/change-email/[side]", request: "/change-email/new", statuses: everybody(200) },
];
