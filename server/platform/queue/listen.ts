import type { Services } from "../context.ts";

/**
 * Calls `wake` with the name of a queue that has got a job. A connection that is lost comes back by
 * itself, and until then the runners find jobs by polling.
 */
export async function listenForJobs(
  { raw, log }: Pick<Services, "raw" | "log">,
  wake: (queue: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const [row] = await raw<{ channel: string }[]>`
    select 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) as channel`;
  if (!row) throw new Error("No name of a channel");
  const listening = await raw.listen(row.channel, wake, () => log.debug("listening for jobs"));
  return { stop: listening.unlisten };
}
