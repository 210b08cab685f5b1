import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { hasPassword } from "#server/domains/auth/queries.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { REINSTATE_LAPSED } from "../catalog.ts";
import { assertInScope } from "../policy.ts";
import { findUserLocked, refuseUser, userColumns } from "../queries.ts";
import type { KeptStatus, User } from "../schema.ts";

/** A user who is not in the trash. */
export type KeptUser = User & { status: KeptStatus };

interface Reach {
  permission: Permission;
  userId: string;
}

/**
 * A user for change, as far as the permission reaches.
 * @throws AppError NOT_FOUND, also for a user on whom the permission does not count; CONFLICT for one
 * in the trash
 */
export async function lockFor(
  tx: Transaction,
  ctx: Context,
  { permission, userId }: Reach,
): Promise<KeptUser> {
  const user = (await findUserLocked(tx, eq(users.id, userId))) ?? refuseUser();
  assertInScope(ctx.actor, permission, user);
  const settled = await settleSuspension(tx, ctx, user);
  if (isKept(settled)) return settled;
  throw new AppError("CONFLICT", `${user.name} is in the trash.`);
}

function isKept(user: User): user is KeptUser {
  return user.status !== "deleted";
}

export interface UserChange {
  before: User;
  set: PgUpdateSetSource<typeof users>;
}

/** Writes the next version of a user. @throws AppError CONFLICT */
export async function changeUser(
  tx: Transaction,
  ctx: Context,
  { before, set }: UserChange,
): Promise<User> {
  const [after] = await tx
    .update(users)
    .set({ ...set, updatedAt: ctx.now(), version: before.version + 1 })
    .where(and(eq(users.id, before.id), eq(users.version, before.version)))
    .returning(userColumns);
  if (!after) throw new AppError("CONFLICT", "Somebody else changed this user meanwhile.");
  return after;
}

/** Whether a suspension has ended by itself. */
export function isLapsed(
  { status, suspendedUntil }: Pick<User, "status" | "suspendedUntil">,
  now: Date,
): boolean {
  return status === "suspended" && suspendedUntil !== null && suspendedUntil <= now;
}

/** A locked user as they count now: one whose suspension has ended by itself is reinstated first. */
export async function settleSuspension(tx: Transaction, ctx: Context, user: User): Promise<User> {
  if (!isLapsed(user, ctx.now())) return user;
  const actor = { kind: "system" as const, name: REINSTATE_LAPSED.name };
  return endSuspension(tx, { ...ctx, actor }, user);
}

/** Back to `active`, or to `invited` for someone who never chose a password. */
export async function endSuspension(tx: Transaction, ctx: Context, before: User): Promise<User> {
  const status = (await hasPassword(tx, before.id)) ? "active" : "invited";
  const set = { status, suspendedReason: null, suspendedUntil: null } as const;
  const after = await changeUser(tx, ctx, { before, set });
  await record(tx, ctx, { action: "user.reinstated", subject: subjectOf(after), before, after });
  return after;
}

export function subjectOf({ id }: Pick<User, "id">) {
  return { type: "user" as const, id };
}
