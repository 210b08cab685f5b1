import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { defaultViews, savedViews } from "#db/schema/views.ts";
import { record } from "#server/domains/audit/service.ts";
import { lockGrants } from "#server/domains/roles/queries.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError, fieldError, versionConflict } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import {
  assertEditable,
  assertMayList,
  assertMayShare,
  assertOwn,
  type StoredView,
} from "./policy.ts";
import { getView, holdView, lockOwner, lockView, refuseView } from "./queries.ts";
import type {
  CreateViewInput,
  SetDefaultViewInput,
  UpdateViewInput,
  View,
  ViewShare,
} from "./schema.ts";

type SignedIn = Context & { actor: UserActor };

/** Views of one list that one person may save. */
export const MAX_OWN_VIEWS = 100;

/**
 * @throws AppError FORBIDDEN for a list that the actor may not see or a share that they may not make,
 * VALIDATION when they have a view of this name or a role does not exist, CONFLICT with too many views
 */
export async function createView(ctx: SignedIn, input: CreateViewInput): Promise<View> {
  const { list, name, state, share } = input;
  assertMayList(ctx.actor, list);
  assertMayShare(ctx.actor, share);
  const now = ctx.now();
  return inTransaction(ctx, async (tx) => {
    await lockSelf(tx, ctx);
    const view: StoredView = {
      ...(await settleShare(tx, share)),
      id: ctx.newId(),
      list,
      name,
      state,
      ownerId: ctx.actor.userId,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await assertNameIsFree(tx, view);
    await assertRoomForOne(tx, view);
    await tx.insert(savedViews).values(view);
    await record(tx, ctx, {
      action: "view.created",
      subject: subjectOf(view),
      after: summarizeView(view),
    });
    return getView(tx, ctx.actor, view.id);
  });
}

/**
 * @throws AppError NOT_FOUND for a view that the actor may not open, FORBIDDEN for one that they may
 * not change, CONFLICT when it changed since `input.version` was read
 */
export function updateView(ctx: SignedIn, input: UpdateViewInput): Promise<View> {
  const { viewId, version, name, state, share } = input;
  return inTransaction(ctx, async (tx) => {
    const before = await lockView(tx, ctx.actor, viewId);
    assertEditable(ctx.actor, before);
    if (name !== undefined && name !== before.name) assertOwn(ctx.actor, before);
    if (share) assertMayReshare(ctx.actor, { before, share });
    if (before.version !== version) throw await changedMeanwhile(tx, ctx.actor, viewId);
    const after: StoredView = {
      ...before,
      ...(share && (await settleShare(tx, share))),
      name: name ?? before.name,
      state: state ?? before.state,
      version: version + 1,
      updatedAt: ctx.now(),
    };
    await assertNameIsFree(tx, after);
    const asRead = and(eq(savedViews.id, viewId), eq(savedViews.version, version));
    const { count } = await tx.update(savedViews).set(after).where(asRead);
    // The owner is locked, but the deletion of a role changes views without that.
    if (count === 0) throw await changedMeanwhile(tx, ctx.actor, viewId);
    await record(tx, ctx, {
      action: "view.updated",
      subject: subjectOf(after),
      before: summarizeView(before),
      after: summarizeView(after),
    });
    return getView(tx, ctx.actor, viewId);
  });
}

async function changedMeanwhile(tx: Transaction, actor: UserActor, viewId: string) {
  const current = await getView(tx, actor, viewId);
  return versionConflict("this view", { version: current.version, current });
}

/** @throws AppError NOT_FOUND for a view that the actor may not open, FORBIDDEN for another's */
export function deleteView(ctx: SignedIn, { viewId }: { viewId: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockView(tx, ctx.actor, viewId);
    assertOwn(ctx.actor, before);
    await tx.delete(savedViews).where(eq(savedViews.id, viewId));
    await record(tx, ctx, {
      action: "view.deleted",
      subject: subjectOf(before),
      before: summarizeView(before),
    });
  });
}

/**
 * With which view the list opens for the actor. A preference: it leaves no audit entry.
 * @throws AppError NOT_FOUND for a view that they may not open, or of another list
 */
export async function setDefaultView(
  ctx: SignedIn,
  { list, viewId }: SetDefaultViewInput,
): Promise<void> {
  const { userId } = ctx.actor;
  assertMayList(ctx.actor, list);
  if (viewId === undefined) {
    const mine = and(eq(defaultViews.userId, userId), eq(defaultViews.list, list));
    await ctx.db.delete(defaultViews).where(mine);
    return;
  }
  await inTransaction(ctx, async (tx) => {
    await lockSelf(tx, ctx);
    const view = await holdView(tx, ctx.actor, viewId);
    if (view.list !== list) refuseView();
    await tx
      .insert(defaultViews)
      .values({ userId, list, viewId })
      .onConflictDoUpdate({
        target: [defaultViews.userId, defaultViews.list],
        set: { viewId },
      });
  });
}

async function lockSelf(tx: Transaction, { actor }: SignedIn): Promise<void> {
  if (!(await lockOwner(tx, actor.userId)))
    throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
}

function assertMayReshare(
  actor: UserActor,
  { before, share }: { before: StoredView; share: ViewShare },
): void {
  assertOwn(actor, before);
  const isSame =
    share.sharing === before.sharing &&
    share.canEdit === before.canEdit &&
    [...share.roles].sort().join() === [...before.roles].sort().join();
  if (!isSame) assertMayShare(actor, share);
}

/** @throws AppError VALIDATION when a role does not exist */
async function settleShare(tx: Transaction, share: ViewShare): Promise<ViewShare> {
  if (share.sharing !== "roles") return { ...share, roles: [] };
  await lockGrants(tx, share.roles);
  return share;
}

/** Holds until the transaction ends, since the owner is locked. */
async function assertNameIsFree(tx: Transaction, view: StoredView): Promise<void> {
  const others = await tx.$count(
    savedViews,
    and(
      eq(savedViews.ownerId, view.ownerId),
      eq(savedViews.list, view.list),
      sql`lower(${savedViews.name}) = lower(${view.name})`,
      ne(savedViews.id, view.id),
    ),
  );
  if (others > 0) throw fieldError("name", "taken", "There is a view of this name already");
}

async function assertRoomForOne(tx: Transaction, { ownerId, list }: StoredView): Promise<void> {
  const own = and(eq(savedViews.ownerId, ownerId), eq(savedViews.list, list));
  if ((await tx.$count(savedViews, own)) < MAX_OWN_VIEWS) return;
  throw new AppError("CONFLICT", `You have ${MAX_OWN_VIEWS} views already. Delete one first.`);
}

export const subjectOf = ({ id }: StoredView) => ({ type: "view" as const, id });

/** A private view is nobody else's business, so the log does not say what is in it. */
export function summarizeView({ list, sharing, roles, canEdit, name, state }: StoredView) {
  return sharing === "private" ? { list, sharing } : { list, sharing, roles, canEdit, name, state };
}
