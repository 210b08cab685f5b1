import { z } from "zod";
import { SignInInput } from "#server/domains/auth/schema.ts";

/** The current password, as typed. */
export const DeleteAccountInput = z.strictObject({ password: SignInInput.shape.password });
export type DeleteAccountInput = z.infer<typeof DeleteAccountInput>;
