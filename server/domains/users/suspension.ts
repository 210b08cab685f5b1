import { and, eq, lte } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { deleteSessionsOf } from "#server/domains/sessions/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError, versionConflict } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import {
  changeUser,
  endSuspension,
  lockFor,
  settleSuspension,
  subjectOf,
} from "./change/service.ts";
import { assertMayActOn, assertNotSelf, assertOwnerRemains, maySee } from "./policy.ts";
import { findUserLocked } from "./queries.ts";
import type { ChangeSuspensionEndInput, SuspendUserInput, User, UserId } from "./schema.ts";

const MAX_YEARS = 10;
const BATCH = 500;

/**
 * Ends all sessions; the next request of each is refused. With `until`, the user is let in again from
 * then on.
 * @throws AppError VALIDATION for an end in the past or more than ten years ahead
 */
export async function suspendUser(ctx: Context, input: SuspendUserInput): Promise<User> {
  const { userId, reason = null, until } = input;
  assertEndsInTime(ctx, until);
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.suspend", userId });
    assertNotSelf(ctx.actor, before, "You cannot suspend yourself.");
    await assertMayActOn(tx, ctx.actor, before);
    if (before.status === "suspended")
      throw new AppError("CONFLICT", `${before.name} is suspended already.`);
    await assertOwnerRemains(tx, before);
    const set = {
      status: "suspended",
      suspendedReason: reason,
      suspendedUntil: until ?? null,
    } as const;
    const after = await changeUser(tx, ctx, { before, set });
    await deleteSessionsOf(tx, ctx, before.id);
    await record(tx, ctx, { action: "user.suspended", subject: subjectOf(after), before, after });
    return after;
  });
}

/**
 * Gives a suspension that runs another end, or none. The same end once more leaves no entry.
 * @throws AppError CONFLICT for a user who is not suspended, or changed since `version` was read;
 * VALIDATION for an end in the past or more than ten years ahead
 */
export async function changeSuspensionEnd(
  ctx: Context,
  { userId, until, version }: ChangeSuspensionEndInput,
): Promise<User> {
  assertEndsInTime(ctx, until);
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.suspend", userId });
    await assertMayActOn(tx, ctx.actor, before);
    if (before.status !== "suspended")
      throw new AppError("CONFLICT", `${before.name} is not suspended.`);
    if (before.version !== version) {
      const current = maySee(ctx.actor, before) ? before : null;
      throw versionConflict("this user", { version: before.version, current });
    }
    if (before.suspendedUntil?.getTime() === until?.getTime()) return before;
    const after = await changeUser(tx, ctx, { before, set: { suspendedUntil: until ?? null } });
    const subject = subjectOf(after);
    await record(tx, ctx, { action: "user.suspension-changed", subject, before, after });
    return after;
  });
}

/** @throws AppError VALIDATION */
export function assertEndsInTime(ctx: Context, until: Date | undefined): void {
  if (!until) return;
  const latest = ctx.now();
  if (until <= latest) throw fieldError("until", "past", "Choose a time in the future");
  latest.setUTCFullYear(latest.getUTCFullYear() + MAX_YEARS);
  if (until > latest)
    throw fieldError("until", "too_far", `Choose a time within the next ${MAX_YEARS} years`);
}

/** Back to `active`, or to `invited` for someone who never chose a password. */
export function reinstateUser(ctx: Context, { userId }: UserId): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.suspend", userId });
    await assertMayActOn(tx, ctx.actor, before);
    if (before.status !== "suspended")
      throw new AppError("CONFLICT", `${before.name} is not suspended.`);
    return endSuspension(tx, ctx, before);
  });
}

/**
 * Reinstates everybody whose suspension has ended, each in a transaction of their own, so that it may
 * be stopped anywhere and run again. Tells how many.
 */
export async function reinstateLapsed(ctx: Context): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.status, "suspended"), lte(users.suspendedUntil, ctx.now())))
      .orderBy(users.suspendedUntil)
      .limit(BATCH);
    for (const { id } of due) if (await settle(ctx, id)) count++;
    if (due.length < BATCH) return count;
  }
}

/** Whether there was anything to do: the user may have signed in, or somebody suspended them anew. */
function settle(ctx: Context, userId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const user = await findUserLocked(tx, eq(users.id, userId));
    return user !== null && (await settleSuspension(tx, ctx, user)) !== user;
  });
}
