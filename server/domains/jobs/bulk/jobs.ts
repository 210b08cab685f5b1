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
  /** All that match now. */
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
    let most = 0;
    let cursor: string | undefined;
    do {
      const step = `from ${cursor ?? "the start"}`;
      // Read before the step, which holds a connection of its own: one that waits for another may wait for ever.
      const { ids, next, total } = await readPage(ctx, selection, cursor);
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
      // What is done may match no more, so that the total sinks while the work goes on.
      most = Math.max(most, seen, page.total);
      await run.progress(seen, cursor ? most : seen);
    } while (cursor);
    return outcome;
  };

async function readPage(
  ctx: Context,
  { ids, matching, except = [] }: JobSelection,
  cursor: string | undefined,
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
  return { ids: found, next: nextCursor ?? undefined, total };
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
