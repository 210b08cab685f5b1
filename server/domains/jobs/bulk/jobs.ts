import superjson from "superjson";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import type { SteerMany } from "../catalog.ts";
import { listJobs } from "../list/list-jobs.ts";
import { STEERING, steerAllowed } from "../list/service.ts";
import { JobSelection, type SteeringName } from "./schema.ts";

const PAGE = 200;

interface Page {
  ids: string[];
  next: string | undefined;
  /** As far as it is known yet. */
  total: number;
}

/**
 * Retries, cancels or deletes the chosen jobs page by page, each page once whatever happens to the
 * worker. Jobs whose state does not allow it are passed over; so is the job that does this.
 */
export const steerManyJobs =
  (action: SteeringName) => async (ctx: Context, run: JobRun<SteerMany>) => {
    const selection = JobSelection.parse(superjson.deserialize(run.payload.selection as never));
    const outcome = { done: 0, passedOver: 0 };
    let seen = 0;
    let cursor: string | undefined;
    do {
      const step = `from ${cursor ?? "the start"}`;
      // Read before the step, which holds a connection of its own: one that waits for another may wait for ever.
      const { ids, next, total } = await readPage(ctx, selection, { cursor, seen });
      const page = await run.once(step, async (tx) => {
        const chosen = ids.filter((id) => id !== run.jobId);
        const done = await steerPage(tx, ctx, { action, ids: chosen });
        return {
          done,
          read: ids.length,
          passedOver: chosen.length - done,
          next: next ?? null,
          total,
        };
      });
      outcome.done += page.done;
      outcome.passedOver += page.passedOver;
      seen += page.read;
      cursor = page.next ?? undefined;
      await run.progress(seen, Math.max(seen, page.total));
    } while (cursor);
    return outcome;
  };

interface Place {
  cursor: string | undefined;
  seen: number;
}

async function readPage(
  ctx: Context,
  { ids, matching, except = [] }: JobSelection,
  { cursor, seen }: Place,
): Promise<Page> {
  if (!matching) return pageOfIds([...new Set(ids)], Number(cursor ?? 0));
  const left = new Set(except);
  const { items, nextCursor, total } = await listJobs(ctx, {
    ...matching,
    sort: [{ field: "createdAt", direction: "desc" }],
    limit: PAGE,
    cursor,
  });
  const found = items.map(({ id }) => id).filter((id) => !left.has(id));
  // What was retried may match no more, so that the total sinks while the work goes on.
  return {
    ids: found,
    next: nextCursor ?? undefined,
    total: seen + Math.max(total - seen, items.length),
  };
}

function pageOfIds(all: string[], from: number): Page {
  const to = from + PAGE;
  return {
    ids: all.slice(from, to),
    next: to < all.length ? String(to) : undefined,
    total: all.length,
  };
}

interface Chosen {
  action: SteeringName;
  ids: string[];
}

const steerPage = (tx: Transaction, ctx: Context, { action, ids }: Chosen) =>
  steerAllowed(tx, ctx, { steering: STEERING[action], ids });
