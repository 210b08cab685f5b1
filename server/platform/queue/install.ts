import { PgBoss } from "pg-boss";
import postgres from "postgres";
import type { JobDefinition } from "./catalog.ts";

/**
 * Makes or migrates pg-boss's schema and brings every queue in line with its definition. Processes
 * that start together take turns, by pg-boss's own lock.
 */
export async function installQueue(
  url: string,
  definitions: readonly JobDefinition[],
): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "binnacle queue install",
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const definition of definitions) await bringInLine(boss, definition);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  await installJobList(url);
}

/**
 * Jobs as the dashboard lists them, and those that wait kept for as long as they do. The view stands on
 * a function, which Postgres inlines, because a view on pg-boss's own table would keep pg-boss from
 * changing its columns. A version in its comment tells whether it has to be made anew; one of a newer
 * build is left as it is.
 */
async function installJobList(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('binnacle.job_list'))`;
      const [there] = await tx`
        select obj_description(to_regclass('job_list'), 'pg_class') as version`;
      if (Number(there?.version ?? 0) < JOB_LIST_VERSION) await tx.unsafe(JOB_LIST);
      await tx`
        update pgboss.job set keep_until = start_after + interval '10 years'
        where state < 'active' and keep_until < start_after + interval '1 year'`;
    });
  } finally {
    await sql.end();
  }
}

/** To be raised with every change of the text below; columns are only ever added. */
const JOB_LIST_VERSION = 1;
/** Instants are those of a JavaScript `Date`, so that a page's cursor finds its place. */
const JOB_LIST = `
  create index if not exists binnacle_job_created
    on pgboss.job ((created_on::timestamptz(3)::timestamptz), id);
  drop view if exists job_list;
  drop function if exists job_list_rows();
  create function job_list_rows() returns table (
    id uuid, queue text, state text, priority int, attempts int, retry_limit int,
    created_at timestamptz(3), start_after timestamptz(3), started_at timestamptz(3),
    ended_at timestamptz(3), seconds float8, data jsonb, output jsonb
  ) language sql stable as $$
    select id, name, state::text, priority,
      case when started_on is null then 0 else retry_count + 1 end, retry_limit,
      created_on::timestamptz(3), start_after::timestamptz(3), started_on::timestamptz(3),
      completed_on::timestamptz(3),
      extract(epoch from completed_on - started_on)::float8, data, output
    from pgboss.job
  $$;
  create view job_list as select * from job_list_rows();
  comment on view job_list is '${JOB_LIST_VERSION}';
`;

/** A job waits for as long as it takes: for a queue to be resumed, a step before it, a worker to be there. */
const KEPT_WAITING = { retentionSeconds: 10 * 365 * 86_400 };

async function bringInLine(boss: PgBoss, definition: JobDefinition): Promise<void> {
  const { name, policy, deadLetter } = definition;
  const options = {
    ...KEPT_WAITING,
    retryLimit: definition.retryLimit,
    retryDelay: definition.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: definition.retryDelayMaxSeconds,
    expireInSeconds: definition.expireInSeconds,
    heartbeatSeconds: definition.heartbeatSeconds,
    deleteAfterSeconds: definition.keepDays * 86_400,
    notify: true,
  };
  // Schedules are rows of ours; those that an older build has left would run everything twice.
  await boss.unschedule(name);
  if (deadLetter) await bringDeadLetterInLine(boss, deadLetter);
  const there = await boss.getQueue(name);
  if (!there) {
    await boss.createQueue(name, { ...options, policy, ...(deadLetter && { deadLetter }) });
  } else if (there.policy === policy) {
    await boss.updateQueue(name, { ...options, deadLetter: deadLetter ?? null });
  } else {
    throw new Error(`The queue ${name} is ${there.policy} and cannot become ${policy}.`);
  }
}

async function bringDeadLetterInLine(boss: PgBoss, name: string): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, KEPT_WAITING);
  else await boss.createQueue(name, KEPT_WAITING);
}
