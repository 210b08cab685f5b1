import type { Permission } from "#server/platform/access/catalog.ts";
import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Changes made outside the program, as the triggers of `watch_table` name them. */
const OUTSIDE_ACTIONS = {
  "user.added-in-database": "User added in the database",
  "user.changed-in-database": "User changed in the database",
  "user.removed-in-database": "User removed in the database",
  "avatar.added-in-database": "Picture added in the database",
  "avatar.changed-in-database": "Picture changed in the database",
  "avatar.removed-in-database": "Picture removed in the database",
  "password.added-in-database": "Password set in the database",
  "password.changed-in-database": "Password changed in the database",
  "password.removed-in-database": "Password removed in the database",
  "user-session.added-in-database": "Session made in the database",
  "user-session.changed-in-database": "Session changed in the database",
  "user-session.removed-in-database": "Session ended in the database",
  "link.added-in-database": "Link made in the database",
  "link.changed-in-database": "Link changed in the database",
  "link.removed-in-database": "Link removed in the database",
  "email-change.added-in-database": "Change of e-mail address made in the database",
  "email-change.changed-in-database": "Change of e-mail address changed in the database",
  "email-change.removed-in-database": "Change of e-mail address removed in the database",
  "registration.added-in-database": "Registration made in the database",
  "registration.changed-in-database": "Registration changed in the database",
  "registration.removed-in-database": "Registration removed in the database",
  "role.added-in-database": "Role added in the database",
  "role.changed-in-database": "Role changed in the database",
  "role.removed-in-database": "Role removed in the database",
  "settings.added-in-database": "Settings changed in the database",
  "settings.changed-in-database": "Settings changed in the database",
  "settings.removed-in-database": "Settings reset in the database",
  "view.added-in-database": "Saved view added in the database",
  "view.changed-in-database": "Saved view changed in the database",
  "view.removed-in-database": "Saved view removed in the database",
  "mail.added-in-database": "Mail added in the database",
  "mail.changed-in-database": "Mail changed in the database",
  "mail.removed-in-database": "Mail removed in the database",
  "verdict.added-in-database": "Verdict on the audit log added in the database",
  "verdict.changed-in-database": "Verdict on the audit log changed in the database",
  "verdict.removed-in-database": "Verdict on the audit log removed in the database",
  "queue.added-in-database": "Settings of a queue added in the database",
  "queue.changed-in-database": "Settings of a queue changed in the database",
  "queue.removed-in-database": "Settings of a queue removed in the database",
  "schedule.added-in-database": "Schedule added in the database",
  "schedule.changed-in-database": "Schedule changed in the database",
  "schedule.removed-in-database": "Schedule removed in the database",
  "suppression.added-in-database": "Address held back in the database",
  "suppression.changed-in-database": "Held back address changed in the database",
  "suppression.removed-in-database": "Held back address removed in the database",
  "job-alert.added-in-database": "Alert on jobs added in the database",
  "job-alert.changed-in-database": "Alert on jobs changed in the database",
  "job-alert.removed-in-database": "Alert on jobs removed in the database",
  "table.emptied-in-database": "Table emptied in the database",
} as const;

/** Every action that leaves an audit entry. */
export const AUDIT_ACTIONS = {
  ...OUTSIDE_ACTIONS,
  "owner.created": "Owner created",
  "user.created": "User created",
  "user.invited": "Invitation sent",
  "user.updated": "User edited",
  "user.language-changed": "Language of mail changed",
  "user.avatar-changed": "Picture changed",
  "user.suspended": "User suspended",
  "user.suspension-changed": "End of suspension changed",
  "user.reinstated": "User reinstated",
  "user.trashed": "User moved to the trash",
  "user.restored": "User restored from the trash",
  "user.purged": "User purged",
  "user.deleted": "User deleted",
  "user.registered": "Registered",
  "user.invitation-accepted": "Invitation accepted",
  "user.email-verification-requested": "Confirmation of e-mail address requested",
  "user.email-verified": "E-mail address confirmed",
  "user.email-change-requested": "Change of e-mail address requested",
  "user.email-change-cancelled": "Change of e-mail address cancelled",
  "user.email-changed": "E-mail address changed",
  "password.changed": "Password changed",
  "password.reset": "Password reset",
  "password.reset-requested": "Password reset requested",
  "session.created": "Signed in",
  "session.ended": "Signed out",
  "session.revoked": "Session revoked",
  "impersonation.started": "Impersonation started",
  "impersonation.ended": "Impersonation ended",
  "role.created": "Role created",
  "role.updated": "Role changed",
  "role.deleted": "Role deleted",
  "settings.updated": "Settings changed",
  "queue.paused": "Queue paused",
  "queue.resumed": "Queue resumed",
  "queue.concurrency-changed": "Concurrency of a queue changed",
  "schedule.created": "Schedule made",
  "schedule.updated": "Schedule changed",
  "schedule.paused": "Schedule paused",
  "schedule.resumed": "Schedule resumed",
  "schedule.run": "Schedule run by hand",
  "schedule.deleted": "Schedule deleted",
  "job.retried": "Job tried again",
  "job.rerun": "Job run again",
  "job.cancelled": "Job cancelled",
  "job.deleted": "Job deleted",
  "job-alert.created": "Alert on jobs made",
  "job-alert.updated": "Alert on jobs changed",
  "job-alert.deleted": "Alert on jobs deleted",
  "jobs.steered": "Many jobs steered",
  "queue.redriven": "Failed jobs put back",
  "suppression.added": "Address held back from mail",
  "suppression.removed": "Address gets mail again",
  "mail.resent": "Mail sent again",
  "mail.test-sent": "Test mail sent",
  "mail.links-removed": "Expired links removed from mail",
  "mail.preference-changed": "Choice of mail changed",
  "error.resolved": "Error resolved",
  "error.ignored": "Error ignored",
  "error.reopened": "Error reopened",
  "view.created": "View saved",
  "view.updated": "View changed",
  "view.deleted": "View deleted",
  "users.seeded": "Made-up users added",
  "audit.exported": "Audit log exported",
  "audit.purged": "Old audit entries removed",
  "sessions.purged": "Expired sessions and links purged",
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The edits that can be taken back from the log, by whoever may make such an edit. */
export const REVERTIBLE_ACTIONS = {
  "user.updated": "users.update",
  "role.updated": "roles.update",
  "settings.updated": "settings.update",
  "view.updated": "account.manage",
} as const satisfies Partial<Record<AuditAction, Permission>>;
export type RevertibleAction = keyof typeof REVERTIBLE_ACTIONS;

interface LoggedChange {
  action: string;
  changes: Record<string, { before: unknown; after: unknown }>;
}

/** The kind of edit that can be taken back with the entry; null when there is none, or nothing to write. */
export function findRevertible({ action, changes }: LoggedChange): RevertibleAction | null {
  const isKnown = Object.hasOwn(REVERTIBLE_ACTIONS, action);
  return isKnown && hasBothSides(action, changes) ? (action as RevertibleAction) : null;
}

/** Of a view that is private before or after, the log does not say what was in it. */
function hasBothSides(action: string, changes: LoggedChange["changes"]): boolean {
  if (action !== "view.updated") return true;
  const sharing = Object.values(changes.sharing ?? {});
  return Object.keys(changes).length > 0 && !sharing.includes("private");
}

/** The field with which an entry names the one that it takes back. */
export const REVERT_OF = "revertOf";
/** The field of an ended impersonation that names whose it was. */
export const IMPERSONATOR = "impersonator";

/** What a change is made to, as the program and the triggers of the database name it. */
export const SUBJECT_TYPES = [
  "user",
  "session",
  "role",
  "settings",
  "view",
  "registration",
  "mail",
  "queue",
  "schedule",
  "job",
  "alert",
  "suppression",
  "error",
  "system",
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Verifies the whole log, after the nightly purge. */
export const VERIFY_AUDIT = defineJob({
  name: "audit.verify",
  description: "Verifies the audit log: every hash, gap and anchor",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 4 * 3_600,
  retryLimit: 1,
});

/** A verdict older than this says that {@link VERIFY_AUDIT} did not run. */
export const VERDICT_VALID_MS = 48 * 3_600_000;

/** Removes audit entries older than `AUDIT_RETENTION`. */
export const PURGE_AUDIT = defineJob({
  name: "audit.purge",
  description: "Removes audit entries older than the configured retention",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 3_600,
  retryLimit: 1,
});
