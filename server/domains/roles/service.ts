import { eq } from "drizzle-orm";
import { roles } from "#db/schema/access.ts";
import { record } from "#server/domains/audit/service.ts";
import { unshareWithRole } from "#server/domains/views/unshare/service.ts";
import type { RoleKey } from "#server/platform/access/catalog.ts";
import { scopeOf } from "#server/platform/access/scope.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError, versionConflict } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { assertMayShape } from "./policy.ts";
import { countHolders, countTrashedHolders, getRole, lockRole } from "./queries.ts";
import type { Role, RoleFields, UpdateRoleInput } from "./schema.ts";

/** @throws AppError FORBIDDEN beyond one's own rights, VALIDATION when the key is taken */
export async function createRole(ctx: Context, input: RoleFields): Promise<Role> {
  assertMayShape(ctx.actor, input.grants);
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const made = await tx
      .insert(roles)
      .values({ ...input, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
      .returning({ key: roles.key });
    if (made.length === 0) throw fieldError("key", "taken", "There is a role with this key");
    const after = await getRole(tx, input.key);
    await record(tx, ctx, {
      action: "role.created",
      subject: subjectOf(after),
      after: summarize(after),
    });
    return after;
  });
}

/**
 * Changes a role for everybody who holds it, in every process from the next request on.
 * @throws AppError CONFLICT when the role changed since `input.version` was read
 */
export async function updateRole(ctx: Context, input: UpdateRoleInput): Promise<Role> {
  assertMayShape(ctx.actor, input.grants);
  return inTransaction(ctx, async (tx) => {
    const before = await lockRole(tx, input.key);
    assertMayShape(ctx.actor, before.grants);
    if (before.version !== input.version) {
      const current = scopeOf(ctx.actor, "roles.read") === "all" ? before : null;
      throw versionConflict("this role", { version: before.version ?? 0, current });
    }
    await tx
      .update(roles)
      .set({ ...input, version: input.version + 1, updatedAt: ctx.now() })
      .where(eq(roles.key, input.key));
    const after = await getRole(tx, input.key);
    await record(tx, ctx, {
      action: "role.updated",
      subject: subjectOf(after),
      before: summarize(before),
      after: summarize(after),
    });
    return after;
  });
}

/**
 * Views that are shared with the role are so no more: a later role may have the same key.
 * @throws AppError CONFLICT while somebody holds the role
 */
export function deleteRole(ctx: Context, { key }: { key: RoleKey }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockRole(tx, key);
    assertMayShape(ctx.actor, before.grants);
    const holders = await countHolders(tx, key);
    if (holders > 0) throw stillHeld(holders, await countTrashedHolders(tx, key));
    await unshareWithRole(tx, ctx, key);
    await tx.delete(roles).where(eq(roles.key, key));
    await record(tx, ctx, {
      action: "role.deleted",
      subject: subjectOf(before),
      before: summarize(before),
    });
  });
}

function stillHeld(holders: number, trashed: number): AppError {
  const people = holders === 1 ? "1 user holds" : `${holders} users hold`;
  const message =
    trashed > 0
      ? `${people} this role (${trashed} in the trash). Give them another one or purge them first.`
      : `${people} this role. Give them another one first.`;
  return new AppError("CONFLICT", message);
}

const subjectOf = ({ key }: Role) => ({ type: "role" as const, id: key });
const summarize = ({ key, label, description, grants }: Role) => ({
  key,
  label,
  description,
  grants,
});
