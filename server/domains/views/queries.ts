import { and, asc, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { users } from "#db/schema/users.ts";
import { defaultViews, savedViews } from "#db/schema/views.ts";
import { whereMaySee } from "#server/domains/users/policy.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { ViewList } from "./catalog.ts";
import { assertMayList, isEditable, type StoredView, whereVisible } from "./policy.ts";
import type { View } from "./schema.ts";

type SignedIn = Context & { actor: UserActor };

const MAX_LISTED = 500;

/**
 * The views of a list that the actor may open, their own first, each by name.
 * @throws AppError FORBIDDEN for a list that they may not see
 */
export async function listViews({ db, actor }: SignedIn, list: ViewList): Promise<View[]> {
  assertMayList(actor, list);
  const rows = await selectViews(db, actor, eq(savedViews.list, list))
    .orderBy(
      desc(eq(savedViews.ownerId, actor.userId)),
      asc(sql`lower(${savedViews.name})`),
      savedViews.id,
    )
    .limit(MAX_LISTED);
  return rows.map((row) => toView(actor, row));
}

/** @throws AppError NOT_FOUND, also for a view that the actor may not open */
export async function getView(db: Queryable, actor: UserActor, viewId: string): Promise<View> {
  const [row] = await selectViews(db, actor, eq(savedViews.id, viewId));
  return row ? toView(actor, row) : refuseView();
}

/**
 * A view with all that its owner knows of it.
 * @throws AppError NOT_FOUND, also for a view that the actor may not open
 */
export async function getStoredView(
  db: Queryable,
  actor: UserActor,
  viewId: string,
): Promise<StoredView> {
  const [view] = await selectVisible(db, actor, viewId);
  return view ?? refuseView();
}

function selectViews(db: Queryable, actor: UserActor, where: SQL) {
  return db
    .select({
      ...getTableColumns(savedViews),
      ownerName: users.name,
      chosenBy: defaultViews.userId,
    })
    .from(savedViews)
    .leftJoin(users, and(eq(users.id, savedViews.ownerId), whereMaySee(actor)))
    .leftJoin(
      defaultViews,
      and(eq(defaultViews.viewId, savedViews.id), eq(defaultViews.userId, actor.userId)),
    )
    .where(and(where, whereVisible(actor)))
    .$dynamic();
}

interface ViewRow extends StoredView {
  ownerName: string | null;
  chosenBy: string | null;
}

function toView(actor: UserActor, row: ViewRow): View {
  const { id, name, state, sharing, roles, canEdit, version } = row;
  const isOwn = row.ownerId === actor.userId;
  return {
    id,
    name,
    state,
    sharing,
    isOwn,
    isEditable: isEditable(actor, row),
    isDefault: row.chosenBy !== null,
    ownerName: isOwn ? null : row.ownerName,
    share: isOwn ? { sharing, roles, canEdit } : null,
    version,
  };
}

/**
 * A view for change: until the transaction ends nobody else changes any view of its owner, whose
 * names are to stay distinct.
 * @throws AppError NOT_FOUND, also for a view that the actor may not open
 */
export async function lockView(
  tx: Transaction,
  actor: UserActor,
  viewId: string,
): Promise<StoredView> {
  const [found] = await selectVisible(tx, actor, viewId);
  if (!(found && (await lockOwner(tx, found.ownerId)))) return refuseView();
  const [view] = await selectVisible(tx, actor, viewId);
  return view ?? refuseView();
}

/**
 * A view that stays until the transaction ends.
 * @throws AppError NOT_FOUND, also for a view that the actor may not open
 */
export async function holdView(
  tx: Transaction,
  actor: UserActor,
  viewId: string,
): Promise<StoredView> {
  const [view] = await selectVisible(tx, actor, viewId).for("key share");
  return view ?? refuseView();
}

function selectVisible(db: Queryable, actor: UserActor, viewId: string) {
  return db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), whereVisible(actor)))
    .$dynamic();
}

/** Tells whether there is such a user; if so, they and their views stay until the transaction ends. */
export async function lockOwner(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for("no key update");
  return rows.length > 0;
}

export function refuseView(): never {
  throw new AppError("NOT_FOUND", "There is no such view.");
}
