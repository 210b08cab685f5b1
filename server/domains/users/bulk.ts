import type { Context } from "#server/platform/context.ts";
import { resolveSelection } from "#server/platform/list/selection/resolve.ts";
import { oneByOne } from "#server/platform/one-by-one.ts";
import { listTrash } from "./list-trash.ts";
import { listUsers } from "./list-users.ts";
import { whereMaySee } from "./policy.ts";
import type {
  BulkOutcome,
  SelectedUsersInput,
  SuspendUsersInput,
  UserSelection,
} from "./schema.ts";
import { assertEndsInTime, reinstateUser, suspendUser } from "./suspension.ts";
import type { RestoreUsersInput } from "./trash/schema.ts";
import { deleteUser, restoreUser } from "./trash.ts";

/** Each user for itself: who may not be suspended is named in the outcome, the rest is done. */
export async function suspendUsers(
  ctx: Context,
  { selection, ...suspension }: SuspendUsersInput,
): Promise<BulkOutcome> {
  assertEndsInTime(ctx, suspension.until);
  const ids = await resolveUsers(ctx, selection);
  return actOnEach(ctx, ids, (userId) => suspendUser(ctx, { userId, ...suspension }));
}

export async function reinstateUsers(
  ctx: Context,
  { selection }: SelectedUsersInput,
): Promise<BulkOutcome> {
  const ids = await resolveUsers(ctx, selection);
  return actOnEach(ctx, ids, (userId) => reinstateUser(ctx, { userId }));
}

export async function deleteUsers(
  ctx: Context,
  { selection }: SelectedUsersInput,
): Promise<BulkOutcome> {
  const ids = await resolveUsers(ctx, selection);
  return actOnEach(ctx, ids, (userId) => deleteUser(ctx, { userId }));
}

export async function restoreUsers(
  ctx: Context,
  { selection }: RestoreUsersInput,
): Promise<BulkOutcome> {
  const ids = await resolveSelection(selection, (matching, page) =>
    listTrash(ctx, { ...matching, ...page, sort: [{ field: "deletedAt", direction: "desc" }] }),
  );
  return actOnEach(ctx, ids, (userId) => restoreUser(ctx, { userId }));
}

async function actOnEach(
  ctx: Context,
  ids: readonly string[],
  act: (userId: string) => Promise<unknown>,
): Promise<BulkOutcome> {
  const attempt = oneByOne(ctx);
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const userId of ids) {
    const { refusal } = await attempt(() => act(userId));
    if (refusal) outcome.refused.push({ userId, code: refusal.code, message: refusal.message });
    else outcome.done.push(userId);
  }
  return outcome;
}

function resolveUsers(ctx: Context, selection: UserSelection): Promise<string[]> {
  const seen = whereMaySee(ctx.actor);
  return resolveSelection(selection, (matching, page) =>
    listUsers(
      ctx,
      { ...matching, ...page, sort: [{ field: "createdAt", direction: "desc" }] },
      seen,
    ),
  );
}
