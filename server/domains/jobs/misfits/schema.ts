import { z } from "zod";

export const FIRST_MISFITS = 50;
export const MAX_MISFITS = 1_000;
export const MisfitsInput = z.strictObject({
  /** Of those listed, the first of all. */
  limit: z.int().min(1).max(MAX_MISFITS).default(FIRST_MISFITS),
});

/** Queued jobs whose payload was written for other code, the oldest of them. */
export const Misfits = z.strictObject({
  total: z.int(),
  jobs: z.array(
    z.strictObject({
      jobId: z.uuid(),
      queue: z.string(),
      /** Each as `path: message`. */
      problems: z.array(z.string()),
      createdAt: z.date(),
    }),
  ),
});
export type Misfits = z.infer<typeof Misfits>;
