import type { Transaction } from "#db/client.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import type { Services } from "#server/platform/context.ts";
import type { Happening } from "#server/platform/events/event.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { Cause } from "#server/platform/queue/envelope.ts";

/** Each event of the name makes one job, in as many queues as ask for it. */
export interface Topic {
  event: AuditAction;
  job: JobDefinition<Happening>;
}

export interface PublishedEvent {
  payload: Happening;
  /** The request that made the entry, and who sent it. */
  cause: Cause;
}

interface Following {
  queue: Services["queue"];
  topics: readonly Topic[];
  published: readonly PublishedEvent[];
}

/** Makes the jobs that follow, in the transaction that publishes the events. */
export async function enqueueFollowers(
  tx: Transaction,
  { queue, topics, published }: Following,
): Promise<void> {
  for (const { event, job } of topics) {
    const jobs = published.filter(({ payload }) => payload.name === event);
    if (jobs.length > 0) await queue.enqueueAll(tx, job, jobs);
  }
}
