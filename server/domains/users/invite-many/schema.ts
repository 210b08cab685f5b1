import { z } from "zod";
import { UserFields } from "../schema.ts";

/** As many people are invited in one go. */
export const MAX_INVITEES = 500;

/** One line as it was typed: what is wrong with it is told with its line, and stops no other. */
export const Invitee = z.strictObject({
  email: z.string().max(1_000),
  name: z.string().max(1_000),
  /** Left out: that of all. */
  department: z.string().max(1_000).optional(),
});
export type Invitee = z.infer<typeof Invitee>;

export const InviteUsersInput = z.strictObject({
  people: z.array(Invitee).min(1, "Name at least one person").max(MAX_INVITEES),
  roles: UserFields.shape.roles,
  department: UserFields.shape.department,
  /** Only says what would happen: nobody is added and nothing is sent. */
  isDryRun: z.boolean().default(false),
});
export type InviteUsersInput = z.infer<typeof InviteUsersInput>;

/** What became of each line, in their order. */
export const InviteOutcome = z.strictObject({
  lines: z.array(
    z.strictObject({
      /** The new user; null for who was refused, and in a dry run. */
      userId: z.uuid().nullable(),
      /** Why the line was refused; null when all went, or would go, well. */
      refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
export type InviteOutcome = z.infer<typeof InviteOutcome>;
