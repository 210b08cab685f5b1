import { and, count, sql } from "drizzle-orm";
import type { z } from "zod";
import { users } from "#db/schema/users.ts";
import { getUserFor, isBelow, whereMaySee } from "#server/domains/users/policy.ts";
import { isKept } from "#server/domains/users/queries.ts";
import { PERMISSION_NAMES } from "#server/platform/access/catalog.ts";
import { covers } from "#server/platform/access/covers.ts";
import { isUnconditional } from "#server/platform/access/decide.ts";
import { readRoleBook } from "#server/platform/access/role-book.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { listRoles, readGrants } from "./queries.ts";
import type { EffectivePermission, RoleHolders, RoleOption } from "./schema.ts";

/** Every permission that a user holds, in the order of the catalogue, with the grants that give it. */
export async function listEffective(
  ctx: Context,
  userId: string,
): Promise<z.input<typeof EffectivePermission>[]> {
  const { roles } = await getUserFor(ctx, "users.read", userId);
  const held = await readGrants(ctx.db, roles);
  return PERMISSION_NAMES.flatMap((permission) => {
    const grants = held.filter((grant) => grant.permission === permission);
    if (grants.length === 0) return [];
    const whole = grants.find(isUnconditional);
    return whole
      ? { permission, scope: "all" as const, grants: [whole] }
      : { permission, scope: "some" as const, grants };
  });
}

/** Every role, for whoever gives roles to people or shows them. */
export async function listRoleOptions(ctx: Context & { actor: UserActor }): Promise<RoleOption[]> {
  const [roles, book] = await Promise.all([listRoles(ctx.db), readRoleBook(ctx.db, ctx.log)]);
  const own = ctx.actor.grants;
  return roles.map(({ key, label, description, isSystem }) => {
    const { grants } = book.holdingOf([key]);
    return {
      key,
      label,
      description,
      isSystem,
      isGrantable: covers(own, grants),
      isBelow: isBelow(grants, own),
    };
  });
}

/** How many hold each role, whatever their status, of the users whom the caller may see. */
export function listHolders(ctx: Context): Promise<RoleHolders[]> {
  const key = sql<string>`unnest(${users.roles})`;
  return ctx.db
    .select({ key, count: count() })
    .from(users)
    .where(and(isKept, whereMaySee(ctx.actor)))
    .groupBy(key);
}
