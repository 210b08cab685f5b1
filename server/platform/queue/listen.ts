import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "../context.ts";

const PATIENCE_MS = 1_000;

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
  return {
    // A database that is gone does not hold up the end.
    stop: () => Promise.race([listening.unlisten(), sleep(PATIENCE_MS, undefined, { ref: false })]),
  };
}
