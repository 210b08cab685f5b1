import { isBelow } from "#server/domains/users/policy.ts";
import type { HeldGrant } from "#server/platform/access/decide.ts";
import { mayOn } from "#server/platform/access/scope.ts";
import type { UserActor } from "#server/platform/context.ts";

/** Somebody in whose name another may want to act. */
export interface Person {
  userId: string;
  department: string | null;
  grants: readonly HeldGrant[];
}

/** Whether the permission counts on this person, now. */
export function reaches(actor: UserActor, { userId, department }: Person): boolean {
  return mayOn(actor, "users.impersonate", { ownerId: userId, department });
}

/**
 * Whether the person may do less. Owners are no exception, and what the actor may do only to
 * themselves or in another department does not count: in the person's place it would reach others.
 */
export function isBeneath(person: Person, actor: UserActor): boolean {
  const isColleague = person.department !== null && person.department === actor.department;
  const lasting = actor.grants.filter(
    ({ conditions }) => !conditions.records && (isColleague || !conditions.department),
  );
  return isBelow(person.grants, lasting);
}
