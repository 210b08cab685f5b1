import { ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import type { Actor, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";

interface Target {
  id: string;
  roles: readonly RoleName[];
}

export function rankOf(roles: readonly RoleName[]): number {
  return Math.max(0, ...roles.map((role) => ROLES[role].rank));
}

/**
 * People act on those below them; owners also on owners.
 * @throws AppError FORBIDDEN
 */
export function assertMayActOn(actor: Actor | undefined, target: Target): void {
  if (actor?.kind === "system") return;
  if (actor && (actor.roles.includes("owner") || rankOf(actor.roles) > rankOf(target.roles)))
    return;
  throw new AppError(
    "FORBIDDEN",
    "You cannot do this to someone whose role is as high as yours or higher.",
  );
}

/** Nobody grants what they lack: every granted role's permissions must be held by the one who grants. */
export function assertMayGrant(actor: Actor | undefined, roles: readonly RoleName[]): void {
  if (actor?.kind === "system") return;
  const lacking = roles.find((role) => !actor || !holdsAll(actor, role));
  if (lacking) {
    throw new AppError(
      "FORBIDDEN",
      `You cannot give the role ${ROLES[lacking].label}: it allows more than you may do.`,
      {
        fields: [
          { path: "roles", code: "beyond_own_rights", message: "Allows more than you may do" },
        ],
      },
    );
  }
}

/** @param activeOwners Counted under lock, the one who leaves among them. */
export function assertOwnerRemains(activeOwners: number): void {
  if (activeOwners <= 1) {
    throw new AppError("CONFLICT", "This is the last owner. Make somebody else an owner first.");
  }
}

export function assertNotSelf(actor: Actor | undefined, target: Target, verb: string): void {
  if (actor?.kind === "user" && actor.userId === target.id) {
    throw new AppError("FORBIDDEN", `You cannot ${verb} yourself.`);
  }
}

function holdsAll(actor: UserActor, role: RoleName): boolean {
  return ROLES[role].permissions.every((permission) => actor.permissions.has(permission));
}
