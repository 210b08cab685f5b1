import { covers } from "#server/platform/access/covers.ts";
import { assertInPerson } from "#server/platform/access/in-person.ts";
import type { Grant } from "#server/platform/access/schema.ts";
import type { Actor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";

/**
 * Nobody makes a role that may do more than they, nor changes or deletes one.
 * @throws AppError FORBIDDEN
 */
export function assertMayShape(actor: Actor | undefined, grants: readonly Grant[]): void {
  if (actor?.kind === "system") return;
  assertInPerson(actor);
  if (actor && covers(actor.grants, grants)) return;
  const message = "This role allows more than you may do";
  throw new AppError("FORBIDDEN", `${message}.`, {
    fields: [{ path: "grants", code: "beyond_own_rights", message }],
  });
}
