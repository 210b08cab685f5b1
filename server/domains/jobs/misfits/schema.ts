import { z } from "zod";

/** Queued jobs whose payload was written for other code; the first fifty. */
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
