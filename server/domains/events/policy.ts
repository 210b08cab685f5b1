import type { AuditAction, SubjectType } from "#server/domains/audit/catalog.ts";
import { factsOf } from "#server/domains/users/policy.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { mayOn, scopeOf } from "#server/platform/access/scope.ts";
import type { UserActor } from "#server/platform/context.ts";
import type { StoredEvent } from "#server/platform/events/event.ts";

const EMPTIED: AuditAction = "table.emptied-in-database";

/** What it takes to learn of an event, by what it is about; users are looked at one by one. */
const PERMISSION_OF: Record<Exclude<SubjectType, "user">, Permission> = {
  session: "audit.read",
  role: "roles.read",
  settings: "settings.read",
  view: "audit.read",
  registration: "audit.read",
  mail: "mail.read",
  suppression: "mail.read",
  queue: "jobs.read",
  schedule: "jobs.read",
  job: "jobs.read",
  alert: "jobs.read",
  error: "errors.read",
  system: "audit.read",
};

/**
 * Whoever could read what an event is about learns of it. Of users as far as the permission reaches, of
 * those in the trash who may restore them, and of those who leave one's sight who saw them before; of
 * their sessions, passwords and links who reads the log.
 */
export function mayLearnOf(actor: UserActor, event: StoredEvent): boolean {
  const { subjectType, subjectId, person } = event;
  if (subjectType !== "user") {
    const permission = PERMISSION_OF[subjectType as keyof typeof PERMISSION_OF];
    return permission !== undefined && scopeOf(actor, permission) === "all";
  }
  if (subjectId === actor.userId) return true;
  if ((!person || person.isGone) && scopeOf(actor, "audit.read") === "all") return true;
  const permission = event.name.startsWith("user.") ? "users.read" : "audit.read";
  return sightsOf(event).some((sight) => isInSight(actor, permission, sight));
}

type Sight = NonNullable<StoredEvent["person"]>;

/** The user as they are, and as they were before the event. */
function sightsOf({ person, before }: StoredEvent): Sight[] {
  if (!person) return [];
  const { department, status } = before ?? {};
  const was = {
    ...person,
    ...(department && { department: department.before ?? null }),
    ...(status && { isTrashed: status.before === "deleted" }),
  };
  return [person, was];
}

function isInSight(actor: UserActor, permission: Permission, sight: Sight): boolean {
  const facts = factsOf(sight);
  return (
    mayOn(actor, permission, facts) && (!sight.isTrashed || mayOn(actor, "users.delete", facts))
  );
}

/** After such an event the receiver may be allowed other things: they come back and are looked at anew. */
export function changesRights(actor: UserActor, event: StoredEvent): boolean {
  const { name, subjectType, subjectId } = event;
  // Whose rows they were, a table that is emptied does not say.
  if (subjectType === "role" || name === EMPTIED) return true;
  const isOwn = subjectId === actor.userId || subjectId === actor.impersonator?.userId;
  return subjectType === "user" && isOwn;
}
