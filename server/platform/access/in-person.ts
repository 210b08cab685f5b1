import type { Actor } from "../context.ts";
import { AppError } from "../errors.ts";
import { inPersonOf } from "./catalog.ts";
import type { Permissions } from "./decide.ts";

/**
 * For what people do only as themselves.
 * @throws AppError FORBIDDEN to whoever acts in somebody else's name
 */
export function assertInPerson(actor: Actor | undefined): void {
  if (actor?.kind !== "user" || !actor.impersonator) return;
  throw new AppError(
    "FORBIDDEN",
    `You are acting as ${actor.name}, and this is done only as oneself. End the impersonation first.`,
  );
}

/** What is left of somebody's permissions to whoever acts in their name. */
export function withoutInPerson(permissions: Permissions): Permissions {
  return new Map([...permissions].filter(([permission]) => inPersonOf(permission) !== "always"));
}
