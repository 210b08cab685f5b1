import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { roles } from "#db/schema/access.ts";
import { users } from "#db/schema/users.ts";
import { isRoleName, ROLE_NAMES, ROLES, type RoleKey } from "#server/platform/access/catalog.ts";
import type { HeldGrant } from "#server/platform/access/decide.ts";
import { parseGrants, readRoleBook, systemRoles } from "#server/platform/access/role-book.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { Role } from "./schema.ts";

const SYSTEM_ROLES: readonly Role[] = ROLE_NAMES.map((key) => ({
  key,
  label: ROLES[key].label,
  description: ROLES[key].description,
  isSystem: true,
  grants: systemRoles.holdingOf([key]).grants.map(({ permission, conditions }) => ({
    permission,
    conditions,
  })),
  version: null,
  updatedAt: null,
}));

/** The system roles from the widest to the narrowest, then the custom ones by name. */
export async function listRoles(db: Queryable): Promise<Role[]> {
  const rows = await db
    .select()
    .from(roles)
    .orderBy(asc(sql`lower(${roles.label})`), roles.key);
  return [...SYSTEM_ROLES, ...rows.map(toRole)];
}

/** @throws AppError NOT_FOUND */
export async function getRole(db: Queryable, key: RoleKey): Promise<Role> {
  const system = SYSTEM_ROLES.find((role) => role.key === key);
  if (system) return system;
  const [row] = await db.select().from(roles).where(eq(roles.key, key));
  return row ? toRole(row) : refuseRole();
}

/**
 * A custom role for change: until the transaction ends nobody else changes it or gives it to somebody.
 * @throws AppError NOT_FOUND
 */
export async function lockRole(tx: Transaction, key: RoleKey): Promise<Role> {
  const [row] = await tx.select().from(roles).where(eq(roles.key, key)).for("update");
  return row ? toRole(row) : refuseRole();
}

/** How many users hold a role, whatever their status, those in the trash included. */
export function countHolders(db: Queryable, key: RoleKey): Promise<number> {
  return db.$count(users, holds(key));
}

/** How many of them are in the trash. */
export function countTrashedHolders(db: Queryable, key: RoleKey): Promise<number> {
  return db.$count(users, and(holds(key), eq(users.status, "deleted")));
}

const holds = (key: RoleKey) => sql`${users.roles} @> array[${key}]::text[]`;

/** What roles grant as they are stored now; those that do not exist grant nothing. */
export async function readGrants(
  db: Queryable,
  keys: readonly RoleKey[],
): Promise<readonly HeldGrant[]> {
  const book = keys.every(isRoleName) ? systemRoles : await readRoleBook(db);
  return book.holdingOf(keys).grants;
}

/**
 * What roles grant that are about to be given to somebody: until the transaction ends nobody changes
 * or deletes them.
 * @throws AppError VALIDATION when one does not exist
 */
export async function lockGrants(
  tx: Transaction,
  keys: readonly RoleKey[],
): Promise<readonly HeldGrant[]> {
  const custom = keys.filter((key) => !isRoleName(key));
  if (custom.length === 0) return systemRoles.holdingOf(keys).grants;
  const rows = await tx
    .select({ key: roles.key, label: roles.label, grants: roles.grants })
    .from(roles)
    .where(inArray(roles.key, custom))
    .orderBy(roles.key)
    .for("share");
  const missing = custom.find((key) => !rows.some((row) => row.key === key));
  if (missing) throw fieldError("roles", "unknown", `There is no role ${missing}`);
  return [...systemRoles.holdingOf(keys).grants, ...rows.flatMap((row) => parseGrants(row))];
}

function toRole({ createdAt: _, ...row }: typeof roles.$inferSelect): Role {
  const grants = parseGrants(row).map(({ permission, conditions }) => ({ permission, conditions }));
  return { ...row, isSystem: false, grants };
}

function refuseRole(): never {
  throw new AppError("NOT_FOUND", "There is no such role.");
}
