import { lt, sql } from "drizzle-orm";
import { jobMisfits } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { JobRun } from "#server/platform/queue/job-run.ts";
import { problemsOf } from "../payload.ts";

const PAGE = 500;
const NO_CODE = "No code works off this queue";
const ZERO = "00000000-0000-0000-0000-000000000000";

interface Queued {
  [column: string]: unknown;
  id: string;
  payload: unknown;
}

/** Looks at every queued job, and keeps which of them the code of today could not run. */
export function checkPayloads(getDefinitions: () => readonly JobDefinition[]) {
  return async (ctx: Context, { signal }: Pick<JobRun, "signal">) => {
    const begunAt = ctx.now();
    const outcome = { checked: 0, misfits: 0 };
    for (const { queue, problemsIn } of await checksOf(ctx, getDefinitions())) {
      for (let after = ZERO; after; ) {
        signal.throwIfAborted();
        const page = await readQueued(ctx, queue, after);
        outcome.checked += page.length;
        outcome.misfits += await keepMisfits(ctx, { queue, problemsIn }, page);
        after = page.length === PAGE ? (page.at(-1)?.id ?? "") : "";
      }
    }
    await ctx.db.delete(jobMisfits).where(lt(jobMisfits.foundAt, begunAt));
    return outcome;
  };
}

interface Check {
  queue: string;
  problemsIn(payload: unknown): string[];
}

/** What waits in a queue that no code knows fits nothing; dead letters are not run as they are. */
async function checksOf({ db }: Context, definitions: readonly JobDefinition[]): Promise<Check[]> {
  const known = new Set(definitions.map(({ name }) => name));
  const queues = await db.execute<{ name: string }>(sql`
    select name from pgboss.queue
    where name not in (select dead_letter from pgboss.queue where dead_letter is not null)`);
  return [
    ...definitions.map((definition) => ({
      queue: definition.name,
      problemsIn: (payload: unknown) => problemsOf(definition, payload),
    })),
    ...queues
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => ({ queue: name, problemsIn: () => [NO_CODE] })),
  ];
}

function readQueued({ db }: Context, queue: string, after: string): Promise<Queued[]> {
  return db.execute<Queued>(sql`
    select id, data -> 'payload' as payload from pgboss.job
    where name = ${queue} and state < 'active' and id > ${after}
    order by id limit ${PAGE}`);
}

async function keepMisfits(
  { db, now }: Context,
  { queue, problemsIn }: Check,
  page: Queued[],
): Promise<number> {
  const foundAt = now();
  const rows = page
    .map(({ id, payload }) => ({
      jobId: id,
      queue,
      problems: problemsIn(payload),
      foundAt,
    }))
    .filter(({ problems }) => problems.length > 0);
  if (rows.length === 0) return 0;
  await db
    .insert(jobMisfits)
    .values(rows)
    .onConflictDoUpdate({
      target: jobMisfits.jobId,
      set: { problems: sql`excluded.problems`, foundAt },
    });
  return rows.length;
}
