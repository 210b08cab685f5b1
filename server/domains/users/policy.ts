import type { SQL } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { readGrants } from "#server/domains/roles/queries.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { covers, findUncovered } from "#server/platform/access/covers.ts";
import type { HeldGrant } from "#server/platform/access/decide.ts";
import { assertInPerson } from "#server/platform/access/in-person.ts";
import { type FactColumns, mayOn, scopeOf, whereMay } from "#server/platform/access/scope.ts";
import type { Actor, Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { countOwnersLocked, getUser, refuseUser } from "./queries.ts";
import type { User } from "./schema.ts";

type Leaver = Pick<User, "status" | "roles">;
type Placed = Pick<User, "id" | "department">;

/** What conditions on users compare with. */
export const userFacts: FactColumns = { ownerId: users.id, department: users.department };

export const factsOf = ({ id, department }: Placed) => ({ ownerId: id, department });

/**
 * Users in the trash are there only for those who may bring them back, and nobody acts on users whom
 * they may not see: what an action answers and refuses says who the user is.
 * @throws AppError NOT_FOUND for a user on whom the permission does not count
 */
export function assertInScope(
  actor: Actor | undefined,
  permission: Permission,
  user: Placed & Pick<User, "status">,
): void {
  const facts = factsOf(user);
  const isThere = user.status !== "deleted" || mayOn(actor, "users.delete", facts);
  const isInSight = !isAction(permission) || maySee(actor, user);
  if (!(isThere && isInSight && mayOn(actor, permission, facts))) refuseUser();
}

/** Whoever invites knows whom: the invitation is sent again without sight of the user. */
function isAction(permission: Permission): boolean {
  return permission.startsWith("users.") && permission !== "users.create";
}

/**
 * One user, as far as the permission reaches.
 * @throws AppError NOT_FOUND
 */
export async function getUserFor(
  ctx: Pick<Context, "db" | "actor">,
  permission: Permission,
  userId: string,
): Promise<User> {
  const user = await getUser(ctx.db, userId);
  assertInScope(ctx.actor, permission, user);
  return user;
}

/**
 * For what is kept about a user: whoever may see only some learns nothing of the others.
 * @throws AppError NOT_FOUND
 */
export async function assertKnown(
  ctx: Pick<Context, "db" | "actor">,
  permission: Permission,
  userId: string,
): Promise<void> {
  if (scopeOf(ctx.actor, permission) !== "all") await getUserFor(ctx, permission, userId);
}

/** The users that somebody may see; undefined when those are all. */
export function whereMaySee(actor: Actor | undefined): SQL | undefined {
  return whereMay(actor, "users.read", userFacts);
}

export function maySee(actor: Actor | undefined, user: Placed): boolean {
  return mayOn(actor, "users.read", factsOf(user));
}

/**
 * Nobody makes a user, or moves one, to where their own permission does not reach.
 * @throws AppError FORBIDDEN
 */
export function assertStaysInScope(
  actor: Actor | undefined,
  permission: Permission,
  after: Placed,
): void {
  if (mayOn(actor, permission, factsOf(after))) return;
  const message = "You may do this only for users of your own department";
  throw new AppError("FORBIDDEN", `${message}.`, {
    fields: [{ path: "department", code: "beyond_own_rights", message }],
  });
}

/**
 * People act on those who may do less: all that the other may do they may do as well, and more;
 * owners act on everybody.
 * @throws AppError FORBIDDEN
 */
export async function assertMayActOn(
  db: Queryable,
  actor: Actor | undefined,
  target: Pick<User, "roles">,
): Promise<void> {
  if (isAboveAll(actor) || mayActOn(actor, await readGrants(db, target.roles))) return;
  throw new AppError(
    "FORBIDDEN",
    "You cannot do this to someone who may do as much as you or more.",
  );
}

/** The rule of {@link assertMayActOn} for whoever holds `grants`. */
export function mayActOn(actor: Actor | undefined, grants: readonly HeldGrant[]): boolean {
  return isAboveAll(actor) || (actor?.kind === "user" && isBelow(grants, actor.grants));
}

function isAboveAll(actor: Actor | undefined): boolean {
  return actor?.kind === "system" || actor?.roles.includes("owner") === true;
}

/** Whether whoever holds `grants` may do less than whoever holds `above`. */
export function isBelow(grants: readonly HeldGrant[], above: readonly HeldGrant[]): boolean {
  return covers(above, grants) && !covers(grants, above);
}

/**
 * Nobody grants what they lack: everything that a role allows must be held by whoever gives it, on as
 * many records and as often.
 * @throws AppError FORBIDDEN
 */
export function assertMayGrant(actor: Actor | undefined, granted: readonly HeldGrant[]): void {
  if (actor?.kind === "system") return;
  if (granted.length > 0) assertInPerson(actor);
  const lacking = findUncovered(actor?.grants ?? [], granted);
  if (!lacking) return;
  throw new AppError(
    "FORBIDDEN",
    `You cannot give the role ${lacking.roleLabel}: it allows more than you may do.`,
    {
      fields: [
        { path: "roles", code: "beyond_own_rights", message: "Allows more than you may do" },
      ],
    },
  );
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

export function assertNotSelf(
  actor: Actor | undefined,
  target: Pick<User, "id">,
  message: string,
): void {
  if (isSelf(actor, target)) throw new AppError("FORBIDDEN", message);
}

export function isSelf(actor: Actor | undefined, target: Pick<User, "id">): boolean {
  return actor?.kind === "user" && actor.userId === target.id;
}
