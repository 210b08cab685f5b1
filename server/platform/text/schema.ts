import { z } from "zod";

/** Text that Postgres and JSON can hold: no NUL, no lone surrogate, trimmed, 1 to `max` UTF-16 units. */
export function Text(max: number) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: "Contains characters that cannot be stored" })
    .trim()
    .min(1, "Required");
}

/** Like {@link Text}, but empty text counts as absent. */
export function OptionalText(max: number) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: "Contains characters that cannot be stored" })
    .trim()
    .transform((text) => text || undefined)
    .optional();
}

export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

const ADDRESS = z.email("Enter an e-mail address like name@example.com");

/**
 * A mail address, NFKC-normalised and lower-cased before it is checked, so that look-alike
 * full-width characters cannot pass as a second spelling of an existing account.
 */
export const EmailAddress = z
  .string()
  .max(254)
  .refine(isStorable, { message: "Contains characters that cannot be stored" })
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(ADDRESS);
