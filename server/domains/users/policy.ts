import type { Transaction } from "#db/client.ts";
import { ROLES, type RoleName } from "#server/platform/access/catalog.ts";
import type { Actor, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { countOwnersLocked } from "./queries.ts";
import type { User } from "./schema.ts";

type Leaver = Pick<User, "status" | "roles">;

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

/**
 * For everything that takes an owner away. Lock the leaver first: always their row, then the owners'
 * count, so that leavers at once wait for each other and do not deadlock.
 * @throws AppError CONFLICT
 */
export async function assertOwnerRemains(tx: Transaction, leaver: Leaver): Promise<void> {
  if (leaver.status !== "active" || !leaver.roles.includes("owner")) return;
  if ((await countOwnersLocked(tx)) <= 1) {
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
