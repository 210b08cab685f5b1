import type { Actor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { Middleware } from "../exchange.ts";

/**
 * A page says whom it was rendered for: `self`, or the session of an impersonation. Where one has
 * begun or ended since, the page shows somebody else's name, and nothing is done under the wrong one.
 */
export function shownIdentity(): Middleware {
  return ({ incoming: { exchange, headers } }) => {
    const shown = headers["x-binnacle-acting"];
    const actor = exchange.context?.actor;
    if (shown === undefined || !actor || shown === identityOf(actor)) return;
    throw new AppError("UNAUTHENTICATED", "You are somebody else by now. Load the page again.");
  };
}

function identityOf(actor: Actor): string {
  return actor.kind === "user" && actor.impersonator ? actor.sessionId : "self";
}
