import { z } from "zod";
import { SignInInput } from "#server/domains/auth/schema.ts";
import { LOCALES } from "#server/platform/locale/catalog.ts";

/** The current password, as typed. */
export const DeleteAccountInput = z.strictObject({ password: SignInInput.shape.password });
export type DeleteAccountInput = z.infer<typeof DeleteAccountInput>;

export const SetLanguageInput = z.strictObject({ locale: z.enum(LOCALES) });
export type SetLanguageInput = z.infer<typeof SetLanguageInput>;
