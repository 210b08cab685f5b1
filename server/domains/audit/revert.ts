import { isDeepStrictEqual } from "node:util";
import type { Permission } from "#server/platform/access/catalog.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { findRevertible, REVERT_OF, REVERTIBLE_ACTIONS } from "./catalog.ts";
import { getEntry } from "./queries.ts";
import { type Editable, type Edited, REVERT_RULES } from "./revert-rules.ts";
import type { AuditEntry, RevertInput } from "./schema.ts";

/**
 * Takes an edit back by another edit: every rule of that edit counts, and the log says of which entry
 * it is the revert.
 * @throws AppError NOT_FOUND for an entry out of reach, FORBIDDEN without the permission for the edit,
 * CONFLICT when the entry is no edit or a field has changed since
 */
export async function revertEntry(
  ctx: Context & { actor: UserActor },
  { entryId }: RevertInput,
): Promise<void> {
  const entry = await getEntry(ctx.db, entryId, ctx.actor);
  const { subjectId } = entry;
  const action = findRevertible(entry);
  if (!action) throw new AppError("CONFLICT", "What this entry tells of cannot be taken back.");
  assertHolds(ctx.actor, REVERTIBLE_ACTIONS[action]);
  const rule = REVERT_RULES[action];
  const edited = takeBack(entry, await rule.read(ctx, subjectId));
  await rule.write({ ...ctx, revertOf: entryId }, subjectId, edited);
}

function assertHolds(actor: UserActor, permission: Permission): void {
  if (actor.permissions.has(permission)) return;
  throw new AppError("FORBIDDEN", "Your role does not allow this change.");
}

/** The record with the fields of the entry as they were before it, where they are as it left them. */
function takeBack({ changes }: AuditEntry, { fields, version }: Editable): Edited {
  const { [REVERT_OF]: _, ...edits } = changes;
  const changed = Object.keys(edits);
  const moved = changed.filter((field) => !isSame(fields[field] ?? null, edits[field]?.after));
  if (moved.length > 0) throw changedSince(moved);
  const before = Object.entries(edits).map(([field, sides]) => [field, sides.before]);
  return { fields: { ...fields, ...Object.fromEntries(before) }, version, changed };
}

/** The log holds JSON. */
function isSame(value: unknown, logged: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), logged);
}

function changedSince(paths: string[]): AppError {
  const fields = paths.map((path) => ({
    path,
    code: "changed_since",
    message: `${path} has changed again since`,
  }));
  const message = `Changed again since: ${paths.join(", ")}. Take back the later edit first.`;
  return new AppError("CONFLICT", message, { fields });
}
