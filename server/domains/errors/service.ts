import { eq, lt } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { errorGroups } from "#db/schema/errors.ts";
import { record } from "#server/domains/audit/service.ts";
import { type Context, nameOfActor } from "#server/platform/context.ts";
import { resolveSelection } from "#server/platform/list/selection/resolve.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { listErrors } from "./list-errors.ts";
import type { ErrorStatus, SettleErrorsInput } from "./schema.ts";

const ACTIONS = {
  open: "error.reopened",
  resolved: "error.resolved",
  ignored: "error.ignored",
} as const;

const KEEP_MS = 90 * 86_400_000;

/**
 * Resolves, ignores or reopens groups; those that are so already stay untouched.
 * @returns how many have changed
 * @throws AppError PAYLOAD_TOO_LARGE
 */
export async function settleErrors(
  ctx: Context,
  { selection, status }: SettleErrorsInput,
): Promise<number> {
  const ids = await resolveSelection(selection, (matching, page) =>
    listErrors(ctx, { ...matching, ...page, sort: [{ field: "lastSeenAt", direction: "desc" }] }),
  );
  return inTransaction(ctx, async (tx) => {
    let changed = 0;
    for (const id of ids.sort()) changed += await settleError(tx, ctx, { id, status });
    return changed;
  });
}

async function settleError(
  tx: Transaction,
  ctx: Context,
  { id, status }: { id: string; status: ErrorStatus },
): Promise<number> {
  const [before] = await tx
    .select({ status: errorGroups.status, place: errorGroups.place, message: errorGroups.message })
    .from(errorGroups)
    .where(eq(errorGroups.id, id))
    .for("update");
  if (!before || before.status === status) return 0;
  const settledByName = nameOfActor(ctx);
  await tx
    .update(errorGroups)
    .set({ status, settledByName, settledAt: ctx.now() })
    .where(eq(errorGroups.id, id));
  await record(tx, ctx, {
    action: ACTIONS[status],
    subject: { type: "error", id },
    before,
    after: { ...before, status },
  });
  return 1;
}

/** Groups that have not occurred for 90 days go, with their counts and samples. */
export async function purgeErrors({ db, now }: Context): Promise<{ purged: number }> {
  const before = new Date(now().getTime() - KEEP_MS);
  const result = await db.delete(errorGroups).where(lt(errorGroups.lastSeenAt, before));
  return { purged: result.count };
}
