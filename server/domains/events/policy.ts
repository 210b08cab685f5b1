import type { SubjectType } from "#server/domains/audit/catalog.ts";
import { factsOf } from "#server/domains/users/policy.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { mayOn, scopeOf } from "#server/platform/access/scope.ts";
import type { UserActor } from "#server/platform/context.ts";
import type { StoredEvent } from "#server/platform/events/event.ts";

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
 * those in the trash who may restore them; of their sessions, passwords and links who reads the log.
 */
export function mayLearnOf(actor: UserActor, event: StoredEvent): boolean {
  const { subjectType, subjectId, name, person } = event;
  if (subjectType !== "user") {
    const permission = PERMISSION_OF[subjectType as keyof typeof PERMISSION_OF];
    return permission !== undefined && scopeOf(actor, permission) === "all";
  }
  if (subjectId === actor.userId) return true;
  if (!person) return scopeOf(actor, "audit.read") === "all";
  const facts = factsOf(person);
  if (person.isTrashed && !mayOn(actor, "users.delete", facts)) return false;
  return mayOn(actor, name.startsWith("user.") ? "users.read" : "audit.read", facts);
}

/** After such an event the receiver may be allowed other things: they come back and are looked at anew. */
export function changesRights(actor: UserActor, { subjectType, subjectId }: StoredEvent): boolean {
  if (subjectType === "role") return true;
  const isOwn = subjectId === actor.userId || subjectId === actor.impersonator?.userId;
  return subjectType === "user" && isOwn;
}
