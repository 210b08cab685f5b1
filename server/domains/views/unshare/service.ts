import { arrayContains, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { savedViews } from "#db/schema/views.ts";
import { record } from "#server/domains/audit/service.ts";
import type { RoleKey } from "#server/platform/access/catalog.ts";
import type { Context } from "#server/platform/context.ts";
import { subjectOf, summarizeView } from "../service.ts";

/**
 * Takes a role that is about to be deleted out of every share; a view that was shared with no other
 * becomes private. The caller holds the lock of the role, so that no share comes to name it meanwhile.
 */
export async function unshareWithRole(tx: Transaction, ctx: Context, key: RoleKey): Promise<void> {
  const shared = await tx
    .select()
    .from(savedViews)
    .where(arrayContains(savedViews.roles, [key]))
    .orderBy(savedViews.id)
    .for("no key update");
  if (shared.length === 0) return;
  const ids = shared.map(({ id }) => id);
  const left = sql`array_remove(${savedViews.roles}, ${key})`;
  const changed = await tx
    .update(savedViews)
    .set({
      roles: left,
      sharing: sql`case when ${left} = '{}' then 'private' else ${savedViews.sharing} end`,
      version: sql`${savedViews.version} + 1`,
      updatedAt: ctx.now(),
    })
    .where(inArray(savedViews.id, ids))
    .returning();
  const afterOf = new Map(changed.map((view) => [view.id, view]));
  for (const before of shared) {
    const after = afterOf.get(before.id) ?? before;
    await record(tx, ctx, {
      action: "view.updated",
      subject: subjectOf(after),
      before: summarizeView(before),
      after: summarizeView(after),
    });
  }
}
