import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { MAX_SELECTED } from "#server/platform/list/schema.ts";
import { listUsers } from "./list-users.ts";
import { whereMaySee } from "./policy.ts";
import type {
  BulkOutcome,
  ReinstateUsersInput,
  SuspendUsersInput,
  UserSelection,
} from "./schema.ts";
import { reinstateUser, suspendUser } from "./service.ts";

const PAGE = 200;

/** Each user for itself: who may not be suspended is named in the outcome, the rest is done. */
export function suspendUsers(
  ctx: Context,
  { selection, reason }: SuspendUsersInput,
): Promise<BulkOutcome> {
  return actOnEach(ctx, selection, (userId) => suspendUser(ctx, { userId, reason }));
}

export function reinstateUsers(
  ctx: Context,
  { selection }: ReinstateUsersInput,
): Promise<BulkOutcome> {
  return actOnEach(ctx, selection, (userId) => reinstateUser(ctx, { userId }));
}

async function actOnEach(
  ctx: Context,
  selection: UserSelection,
  act: (userId: string) => Promise<unknown>,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const userId of await resolveSelection(ctx, selection)) {
    try {
      await act(userId);
      outcome.done.push(userId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outcome.refused.push({ userId, code: error.code, message: error.message });
    }
  }
  return outcome;
}

/** @throws AppError PAYLOAD_TOO_LARGE when more match than are changed in one go */
async function resolveSelection(ctx: Context, selection: UserSelection): Promise<string[]> {
  const { ids, matching, except = [] } = selection;
  if (!matching) return [...new Set(ids)];
  const left = new Set(except);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const sort = [{ field: "createdAt" as const, direction: "desc" as const }];
    const input = { ...matching, sort, limit: PAGE, cursor };
    const page = await listUsers(ctx, input, whereMaySee(ctx.actor));
    found.push(...page.items.map(({ id }) => id).filter((id) => !left.has(id)));
    if (found.length > MAX_SELECTED) throw tooMany();
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

function tooMany(): AppError {
  const message = `At most ${MAX_SELECTED.toLocaleString("en")} users are changed at once; narrow the filter.`;
  return new AppError("PAYLOAD_TOO_LARGE", message, {
    fields: [{ path: "selection", code: "too_many", message }],
  });
}
