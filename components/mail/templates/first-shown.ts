import type { PreviewInput } from "#server/domains/mail/preview/schema.ts";

/** What the page of templates opens with, in the reader's language. */
export const FIRST_SHOWN = { template: "welcome", scheme: "light" } as const satisfies Omit<
  PreviewInput,
  "locale"
>;
