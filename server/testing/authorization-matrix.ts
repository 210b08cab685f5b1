import type { Grant } from "#server/platform/access/schema.ts";

/** Who may do what, one row per procedure; routes and pages are in address-matrix.ts. The test fails for a surface without a row. */
export const ACTORS = [
  "anonymous",
  "revoked",
  "suspended",
  "viewer",
  "support",
  "admin",
  "owner",
  /** An owner who acts as the admin: see `impersonator-matrix.ts`. */
  "impersonator",
] as const;
export type ActorName = (typeof ACTORS)[number];

/** On whom a procedure acts, where that decides. */
export type TargetName = "viewer" | "admin" | "owner";

export type Statuses = readonly [number, number, number, number, number, number, number];

interface ProcedureRow {
  path: string;
  target?: TargetName;
  /** The HTTP status for each actor but the impersonator, in the order of ACTORS. */
  statuses: Statuses;
}

export const signedIn: Statuses = [401, 401, 401, 200, 200, 200, 200];
export const fromSupport: Statuses = [401, 401, 401, 403, 200, 200, 200];
export const fromAdmin: Statuses = [401, 401, 401, 403, 403, 200, 200];
const ownerOnly: Statuses = [401, 401, 401, 403, 403, 403, 200];
export const everybody = (status: number): Statuses => [
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
  { path: "account.setLanguage", statuses: signedIn },
  { path: "account.mailChoices", statuses: signedIn },
  { path: "account.chooseMail", statuses: signedIn },
  // The example's current password is nobody's: refused on its field, after the door.
  { path: "account.changePassword", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.delete", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.requestEmailVerification", statuses: signedIn },
  { path: "account.emailChange", statuses: signedIn },
  { path: "account.requestEmailChange", statuses: [401, 401, 401, 422, 422, 422, 422] },
  { path: "account.cancelEmailChange", statuses: signedIn },
  { path: "account.sessions", statuses: signedIn },
  { path: "account.avatar", statuses: signedIn },
  { path: "account.setAvatar", statuses: signedIn },
  { path: "account.removeAvatar", statuses: signedIn },
  // The example's session is nobody's.
  { path: "account.revokeSession", statuses: [401, 401, 401, 404, 404, 404, 404] },
  { path: "account.revokeOtherSessions", statuses: signedIn },

  { path: "audit.list", statuses: fromSupport },
  { path: "audit.export", statuses: fromSupport },
  // The example's entry is nobody's.
  { path: "audit.revert", statuses: [401, 401, 401, 403, 404, 404, 404] },
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

  { path: "impersonation.terms", statuses: fromAdmin },
  { path: "impersonation.start", target: "viewer", statuses: fromAdmin },
  { path: "impersonation.start", target: "admin", statuses: ownerOnly },
  {
    path: "impersonation.start",
    target: "owner",
    statuses: [401, 401, 401, 403, 403, 403, 403],
  },
  { path: "impersonation.stop", statuses: everybody(200) },

  { path: "jobs.queues", statuses: fromAdmin },
  { path: "jobs.pauseQueue", statuses: fromAdmin },
  { path: "jobs.resumeQueue", statuses: fromAdmin },
  { path: "jobs.setConcurrency", statuses: fromAdmin },
  { path: "jobs.list", statuses: fromAdmin },
  // The example's job does not exist.
  { path: "jobs.get", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.retry", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.rerun", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.cancel", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.delete", statuses: [401, 401, 401, 403, 403, 404, 404] },

  { path: "jobs.activity", statuses: fromAdmin },
  { path: "jobs.workers", statuses: fromAdmin },
  { path: "jobs.alerts.list", statuses: fromAdmin },
  { path: "jobs.alerts.create", statuses: fromAdmin },
  // The example's alert does not exist.
  { path: "jobs.alerts.update", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.alerts.delete", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.steerMany", statuses: fromAdmin },
  { path: "jobs.redrive", statuses: fromAdmin },
  { path: "jobs.misfits", statuses: fromAdmin },
  { path: "jobs.kinds", statuses: fromAdmin },
  { path: "jobs.schedules.list", statuses: fromAdmin },
  { path: "jobs.schedules.create", statuses: fromAdmin },
  // The example's schedule does not exist.
  { path: "jobs.schedules.update", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.schedules.followCode", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.schedules.pause", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.schedules.resume", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.schedules.runNow", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "jobs.schedules.delete", statuses: [401, 401, 401, 403, 403, 404, 404] },

  { path: "errors.list", statuses: fromAdmin },
  // The example's group does not exist.
  { path: "errors.get", statuses: [401, 401, 401, 403, 403, 404, 404] },
  { path: "errors.settle", statuses: fromAdmin },

  { path: "events.subscribe", statuses: signedIn },
  { path: "events.latest", statuses: signedIn },

  { path: "mail.list", statuses: ownerOnly },
  { path: "mail.checkDomain", statuses: ownerOnly },
  { path: "mail.preview", statuses: ownerOnly },
  { path: "mail.sendTest", statuses: ownerOnly },
  // The token in the example is nobody's.
  { path: "mail.subscription", statuses: everybody(404) },
  { path: "mail.changeSubscription", statuses: everybody(404) },
  { path: "mail.suppressions", statuses: ownerOnly },
  { path: "mail.suppress", statuses: ownerOnly },
  // The example's address is not held back.
  { path: "mail.unsuppress", statuses: [401, 401, 401, 403, 403, 403, 404] },
  // Nothing is sent where no provider is set up.
  { path: "mail.sendAgain", statuses: [401, 401, 401, 403, 403, 403, 409] },
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
  { path: "users.listFields", statuses: signedIn },
  { path: "users.get", target: "owner", statuses: signedIn },
  // The target has no picture.
  { path: "users.avatar", target: "owner", statuses: [401, 401, 401, 404, 404, 404, 404] },
  { path: "users.setAvatar", target: "viewer", statuses: fromAdmin },
  { path: "users.setAvatar", target: "admin", statuses: ownerOnly },
  { path: "users.removeAvatar", target: "viewer", statuses: fromAdmin },
  { path: "users.removeAvatar", target: "owner", statuses: ownerOnly },
  { path: "users.create", statuses: fromAdmin },
  { path: "users.invite", statuses: fromAdmin },
  { path: "users.inviteMany", statuses: fromAdmin },
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
  { path: "users.delete", target: "viewer", statuses: fromAdmin },
  { path: "users.delete", target: "admin", statuses: ownerOnly },
  { path: "users.delete", target: "owner", statuses: ownerOnly },
  { path: "users.deleteMany", statuses: fromAdmin },
  { path: "users.listTrash", statuses: fromAdmin },
  { path: "users.restoreMany", statuses: fromAdmin },
  // The target is not in the trash: a conflict for those who may.
  { path: "users.restore", target: "viewer", statuses: [401, 401, 401, 403, 403, 409, 409] },
  { path: "users.restore", target: "owner", statuses: [401, 401, 401, 403, 403, 403, 409] },
  { path: "users.purgePreview", target: "viewer", statuses: [401, 401, 401, 403, 403, 409, 409] },
  { path: "users.purgePreview", target: "owner", statuses: [401, 401, 401, 403, 403, 403, 409] },
  { path: "users.emptyTrashPreview", statuses: fromAdmin },
  // The trash is empty: another number than the one in the example.
  { path: "users.emptyTrash", statuses: [401, 401, 401, 403, 403, 422, 422] },
  { path: "users.purge", target: "viewer", statuses: [401, 401, 401, 403, 403, 409, 409] },
  { path: "users.purge", target: "owner", statuses: [401, 401, 401, 403, 403, 403, 409] },
  // The target is not suspended: a conflict for those who may.
  {
    path: "users.changeSuspensionEnd",
    target: "viewer",
    statuses: [401, 401, 401, 403, 409, 409, 409],
  },
  {
    path: "users.changeSuspensionEnd",
    target: "owner",
    statuses: [401, 401, 401, 403, 403, 403, 409],
  },
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
  { path: "users.activity", target: "owner", statuses: fromSupport },

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
  onNobody("users.listFields"),
  onNobody("roles.options"),
  onNobody("audit.list"),
  onNobody("audit.export"),
  { path: "audit.verify", inside: 403, outside: 403 },
  { path: "audit.revert", inside: 404, outside: 404 },
  onlyInside("users.get"),
  onlyInside("users.update"),
  { path: "users.avatar", inside: 404, outside: 404 },
  onlyInside("users.setAvatar"),
  onlyInside("users.removeAvatar"),
  onlyInside("users.sessions"),
  onlyInside("users.revokeSession"),
  onlyInside("users.revokeAllSessions"),
  onlyInside("users.history"),
  onlyInside("users.activity"),
  onlyInside("roles.effective"),
  onlyInside("access.explain"),
];
