import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { savedViews } from "#db/schema/views.ts";
import type { UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { VIEW_LIST_NAMES, VIEW_LISTS, type ViewList } from "./catalog.ts";
import type { ViewShare } from "./schema.ts";

export type StoredView = typeof savedViews.$inferSelect;

/** @throws AppError FORBIDDEN for a list that the actor may not see */
export function assertMayList(actor: UserActor, list: ViewList): void {
  if (!maySee(actor, list)) throw new AppError("FORBIDDEN", "Your role does not show this list.");
}

function maySee(actor: UserActor, list: ViewList): boolean {
  return actor.permissions.has(VIEW_LISTS[list].permission);
}

/** Views that the actor may open: their own and those shared with them, of lists that they may see. */
export function whereVisible(actor: UserActor): SQL | undefined {
  const roles = sql.param([...actor.roles], savedViews.roles);
  return and(
    inArray(
      savedViews.list,
      VIEW_LIST_NAMES.filter((list) => maySee(actor, list)),
    ),
    or(
      eq(savedViews.ownerId, actor.userId),
      eq(savedViews.sharing, "everyone"),
      and(eq(savedViews.sharing, "roles"), sql`${savedViews.roles} && ${roles}`),
    ),
  );
}

/** Of a view that they may open, whether they may save another state into it. */
export function isEditable(actor: UserActor, view: Pick<StoredView, "ownerId" | "canEdit">) {
  return view.ownerId === actor.userId || view.canEdit === "shared";
}

/** @throws AppError FORBIDDEN */
export function assertEditable(actor: UserActor, view: StoredView): void {
  if (!isEditable(actor, view)) {
    throw new AppError("FORBIDDEN", "Only its owner may change this view. Save your own.");
  }
}

/**
 * Names are distinct among the views of their owner, so whoever else could rename one would find out
 * the names of those that they may not open.
 * @throws AppError FORBIDDEN
 */
export function assertOwn(actor: UserActor, view: StoredView): void {
  if (view.ownerId !== actor.userId) {
    throw new AppError("FORBIDDEN", "Only its owner may rename, share or delete this view.");
  }
}

/**
 * Whoever may not share may still take back what they once shared.
 * @throws AppError FORBIDDEN
 */
export function assertMayShare(actor: UserActor, { sharing }: ViewShare): void {
  if (sharing === "private" || actor.permissions.has("views.share")) return;
  const message = "Your role does not let you share views";
  throw new AppError("FORBIDDEN", `${message}.`, {
    fields: [{ path: "share.sharing", code: "beyond_own_rights", message }],
  });
}
