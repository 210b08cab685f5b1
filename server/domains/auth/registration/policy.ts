import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import { isRegistrationOpen } from "../queries.ts";

const LIST = new Intl.ListFormat("en", { type: "disjunction" });
/** More than these would make the refusal hard to read. */
const MAX_NAMED = 5;

/** @throws AppError FORBIDDEN */
export async function assertRegistrationOpen(ctx: Context): Promise<void> {
  if (await isRegistrationOpen(ctx)) return;
  throw new AppError(
    "FORBIDDEN",
    "Registration is closed: accounts are by invitation. Ask an administrator for one.",
  );
}

/** Whether addresses of this domain may register: the very domain, not those below it. */
export function isDomainAllowed(ctx: Context, email: string): boolean {
  const { allowedDomains } = ctx.settings.current.registration;
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return allowedDomains.length === 0 || allowedDomains.includes(domain);
}

/** @throws AppError VALIDATION on the field */
export function assertDomainAllowed(ctx: Context, email: string): void {
  if (isDomainAllowed(ctx, email)) return;
  const { allowedDomains } = ctx.settings.current.registration;
  const message =
    allowedDomains.length > MAX_NAMED
      ? "Addresses of this domain cannot register"
      : `Use an address at ${LIST.format(allowedDomains)}`;
  throw fieldError("email", "domain_not_allowed", message);
}
