import { ACTORS, type ActorName, type Statuses } from "./authorization-matrix.ts";

/** Procedures and pages that are for people themselves, not for whoever acts in their name. */
const IN_PERSON: ReadonlySet<string> = new Set([
  "account.updateProfile",
  "account.setLanguage",
  "account.chooseMail",
  "account.changePassword",
  "account.delete",
  "account.requestEmailVerification",
  "account.requestEmailChange",
  "account.cancelEmailChange",
  "account.setAvatar",
  "account.removeAvatar",
  "account.revokeSession",
  "account.revokeOtherSessions",
  "impersonation.start",
  "impersonation.terms",
  "roles.create",
  "roles.update",
  "roles.delete",
  "users.create",
  "users.invite",
  "users.inviteMany",
  "users.resendInvitation",
  "views.create",
  "views.update",
  "views.delete",
  "views.setDefault",
  "/roles/new",
]);

/** Whoever acts as somebody gets what these get, but for what is done in person only: 403. */
export function statusFor(name: string, statuses: Statuses, actor: ActorName): number | undefined {
  if (actor !== "impersonator") return statuses[ACTORS.indexOf(actor)];
  return IN_PERSON.has(name) ? 403 : statuses[ACTORS.indexOf("admin")];
}
