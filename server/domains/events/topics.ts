import type { Transaction } from "#db/client.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import type { Services } from "#server/platform/context.ts";
import type { Happening } from "#server/platform/events/event.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";

/** Each event of the name makes one job, in as many queues as ask for it. */
export interface Topic {
  event: AuditAction;
  job: JobDefinition<Happening>;
}

export type PublishedEvent = Happening;

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
    const happenings = published.filter(({ name }) => name === event);
    if (happenings.length > 0) await queue.enqueueAll(tx, job, happenings);
  }
}
