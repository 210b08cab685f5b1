const ATTRIBUTE = "data-acting";

/** Marks the frame of the dashboard with whom it was rendered for. */
export function markIdentity(impersonationId: string | null) {
  return { [ATTRIBUTE]: impersonationId ?? "self" };
}

/** What the page says of itself with each call, so that nothing is done in a name that it does not show. */
export function identityHeaders(): Record<string, string> {
  const shown = document.querySelector(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE);
  return shown ? { "x-binnacle-acting": shown } : {};
}
