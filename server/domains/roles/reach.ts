import { isBeneath } from "#server/domains/sessions/impersonation/policy.ts";
import {
  assertInScope,
  assertKnown,
  factsOf,
  isSelf,
  mayActOn,
  maySee,
} from "#server/domains/users/policy.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Permission } from "#server/platform/access/catalog.ts";
import { mayOn } from "#server/platform/access/scope.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { readGrants } from "./queries.ts";

/** Something that was looked at, and what would change it where it does not hold. */
export interface Check {
  text: string;
  holds: boolean;
  wish: string;
}

/** Whoever would do it, with what they may do at that moment. */
export interface Attempt {
  actor: UserActor;
  permission: Permission;
}

/** These permissions count only on people who may do less than whoever uses them. */
export const ACTING: readonly Permission[] = [
  "users.create",
  "users.update",
  "users.suspend",
  "users.delete",
  "users.impersonate",
  "sessions.revoke",
];

/** What nobody does to themselves. */
const ON_OTHERS: readonly Permission[] = ["users.suspend", "users.delete", "users.impersonate"];

/** Whoever holds it at all may always do it to themselves. */
export function isOwnAffair({ actor, permission }: Attempt, target: User): boolean {
  return permission === "sessions.revoke" && isSelf(actor, target);
}

/** What procedures ask about a user beyond the grant on them, by their own rules. */
export async function checkReach(ctx: Context, attempt: Attempt, target: User): Promise<Check[]> {
  if (isOwnAffair(attempt, target)) return [];
  const sight = await checkSight(ctx, attempt, target);
  if (!ACTING.includes(attempt.permission)) return sight;
  const rank = await checkRank(ctx, attempt, target);
  return [...sight, ...checkSelf(attempt, target), rank];
}

async function checkSight(ctx: Context, attempt: Attempt, target: User): Promise<Check[]> {
  const isCounting = mayOn(attempt.actor, attempt.permission, factsOf(target));
  if (!isCounting || (await isInSight(ctx, attempt, target))) return [];
  const { name, status } = target;
  const isTrashed = status === "deleted";
  return [
    {
      text: isTrashed ? `${name} is in the trash` : `${name} is out of sight for whoever asks`,
      holds: false,
      wish: isTrashed ? `${name} were restored` : `Whoever asks might see ${name}`,
    },
  ];
}

async function isInSight(
  ctx: Context,
  { actor, permission }: Attempt,
  target: User,
): Promise<boolean> {
  if (permission === "users.impersonate")
    return target.status !== "deleted" && maySee(actor, target);
  try {
    if (permission === "sessions.read" || permission === "audit.read")
      await assertKnown({ db: ctx.db, actor }, permission, target.id);
    else if (permission === "users.read" || ACTING.includes(permission))
      assertInScope(actor, permission, target);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function checkSelf({ actor, permission }: Attempt, target: User): Check[] {
  if (!(ON_OTHERS.includes(permission) && isSelf(actor, target))) return [];
  const wish = "It were about somebody else";
  return [{ text: "Nobody does this to themselves", holds: false, wish }];
}

async function checkRank(
  ctx: Context,
  { actor, permission }: Attempt,
  target: User,
): Promise<Check> {
  const grants = await readGrants(ctx.db, target.roles);
  const isImpersonation = permission === "users.impersonate";
  const holds = isImpersonation
    ? isBeneath({ userId: target.id, department: target.department, grants }, actor)
    : mayActOn(actor, grants);
  const isOwner = actor.roles.includes("owner") && !isImpersonation;
  const text = isOwner
    ? "An owner acts on everybody"
    : `Acts on those who may do less, and ${target.name} ${holds ? "may do less" : "may do as much or more"}`;
  return { text, holds, wish: `${target.name} held fewer rights, or whoever asks held more` };
}
