import { z } from "zod";

/** What we read of Resend's events; they have more, and may come to have others. */
export const ResendEvent = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().optional(),
    tags: z.union([z.record(z.string(), z.string()), z.array(z.unknown())]).optional(),
    bounce: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string().optional() }).optional(),
  }),
});
export type ResendEvent = z.infer<typeof ResendEvent>;
