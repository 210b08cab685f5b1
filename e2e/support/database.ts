import { eq, inArray, sql } from "drizzle-orm";
import { createDatabase, type Drizzle } from "#db/client.ts";
import { auditChain, auditEntries } from "#db/schema/audit.ts";
import { users } from "#db/schema/users.ts";
import { generatedSecret } from "#server/config.ts";
import { startEmbeddedPostgres } from "#server/platform/postgres/embedded.ts";
import type { Binnacle } from "./binnacle.ts";
import type { Person } from "./people.ts";

const TIMEOUT_SECONDS = 10;

/** Straight in the database: everybody comes in by a mailed link, which confirms their address. */
export function forgetVerification(binnacle: Binnacle, { userId }: Person): Promise<void> {
  return withDatabase(binnacle, async (db) => {
    await db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, userId));
  });
}

/** As an administrator with psql would: on a connection that does not say it is the program's. */
export function renameInDatabase(
  binnacle: Binnacle,
  { userId }: Person,
  name: string,
): Promise<void> {
  return withDatabase(binnacle, async (db) => {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local binnacle.writer = 'psql'`);
      await tx.update(users).set({ name }).where(eq(users.id, userId));
    });
  });
}

/** As a superuser who covers their tracks: says of every entry in the chain that another did it. */
export async function forgeActors(binnacle: Binnacle, name: string): Promise<number> {
  let count = 0;
  await withDatabase(binnacle, async (db) => {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = 'replica'`);
      const inChain = inArray(
        auditEntries.id,
        tx.select({ id: auditChain.entryId }).from(auditChain),
      );
      const forged = await tx
        .update(auditEntries)
        .set({ actorName: name })
        .where(inChain)
        .returning();
      count = forged.length;
    });
  });
  return count;
}

/** As a worker leaves it that has failed at every attempt; what `payload` holds finds it again. */
export function addFailedJob(
  binnacle: Binnacle,
  job: { id: string; queue: string; payload: object },
): Promise<void> {
  const data = { payload: job.payload, cause: { requestId: job.id, actor: null } };
  const error = { name: "TypeError", message: "The index is out of reach", stack: "at somewhere" };
  return withDatabase(binnacle, async (db) => {
    await db.execute(sql`
      insert into pgboss.job (id, name, data, state, retry_limit, started_on, completed_on, output)
      values (${job.id}, ${job.queue}, ${JSON.stringify(data)}::jsonb, 'failed', 0, now(), now(),
        ${JSON.stringify(error)}::jsonb)`);
    await db.execute(sql`
      insert into job_attempts (job_id, attempt, queue, worker, started_at, ended_at, error)
      values (${job.id}, 0, ${job.queue}, 'elsewhere:1', now(), now(), ${JSON.stringify(error)}::jsonb)`);
  });
}

/** As many of them, without their attempts. */
export function addFailedJobs(
  binnacle: Binnacle,
  jobs: { queue: string; payload: object; count: number },
): Promise<void> {
  const data = { payload: jobs.payload, cause: { requestId: "many", actor: null } };
  return withDatabase(binnacle, async (db) => {
    await db.execute(sql`
      insert into pgboss.job (name, data, state, retry_limit, started_on, completed_on)
      select ${jobs.queue}, ${JSON.stringify(data)}::jsonb, 'failed', 0, now(), now()
      from generate_series(1, ${jobs.count}::int)`);
  });
}

/** As another build enqueues it, with a payload that only its own code takes; it fails at its first attempt. */
export function addForeignJob(
  binnacle: Binnacle,
  job: { id: string; queue: string; payload: object },
): Promise<void> {
  const data = { payload: job.payload, cause: { requestId: job.id, actor: null } };
  return withDatabase(binnacle, async (db) => {
    await db.execute(sql`
      insert into pgboss.job
        (id, name, data, retry_limit, start_after, expire_seconds, heartbeat_seconds, dead_letter)
      select ${job.id}, name, ${JSON.stringify(data)}::jsonb, 0, now() + interval '8 seconds', 60, 15,
        dead_letter
      from pgboss.queue where name = ${job.queue}`);
  });
}

/** As a process leaves it that has met one. */
export function addErrorGroup(
  binnacle: Binnacle,
  group: { id: string; place: string },
): Promise<void> {
  return withDatabase(binnacle, async (db) => {
    await db.execute(sql`
      insert into error_groups (id, fingerprint, kind, place, name, message, count, first_seen_at, last_seen_at)
      values (${group.id}, ${group.id}, 'procedure', ${group.place}, 'TypeError',
        'Cannot read <text> of undefined', 3, now() - interval '2 hours', now())`);
    await db.execute(sql`
      insert into error_counts (group_id, hour, count)
      values (${group.id}, date_trunc('hour', now()), 3)`);
    await db.execute(sql`
      insert into error_samples (id, group_id, at, message, stack, request_id)
      values (gen_random_uuid(), ${group.id}, now(), 'Cannot read ''email'' of undefined',
        'TypeError: Cannot read ''email'' of undefined\n    at somewhere', 'request-of-the-error')`);
  });
}

/** As an administrator with psql takes a table away from the running program, and puts it back. */
export async function withoutTable<Result>(
  binnacle: Binnacle,
  table: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const rename = (from: string, to: string) =>
    withDatabase(binnacle, async (db) => {
      await db.execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`);
    });
  await rename(table, "taken_away");
  try {
    return await work();
  } finally {
    await rename("taken_away", table);
  }
}

async function withDatabase(
  { dataDirectory }: Binnacle,
  work: (db: Drizzle) => Promise<void>,
): Promise<void> {
  const password = generatedSecret(dataDirectory, "postgres-password");
  const joined = await startEmbeddedPostgres({ dataDirectory, password });
  const { db, close } = createDatabase({
    url: joined.url,
    poolSize: 1,
    connectTimeoutSeconds: TIMEOUT_SECONDS,
    statementTimeoutSeconds: TIMEOUT_SECONDS,
    lockTimeoutSeconds: TIMEOUT_SECONDS,
    idleInTransactionTimeoutSeconds: TIMEOUT_SECONDS,
  });
  try {
    await work(db);
  } finally {
    await close();
    await joined.stop();
  }
}

/** People who want the digest. */
export function addDigestReaders(binnacle: Binnacle, count: number): Promise<void> {
  return withDatabase(binnacle, async (db) => {
    await db.execute(sql`
      insert into users (id, email, name, roles, status, created_at, updated_at)
      select gen_random_uuid(), 'reader-' || n || '@example.com', 'Reader ' || n, '{viewer}',
        'active', now(), now()
      from generate_series(1, ${count}::int) as n`);
    await db.execute(sql`
      insert into mail_preferences (recipient, category, is_wanted, token, changed_at)
      select email, 'digest', true, id::text, now() from users where email like 'reader-%'`);
  });
}
