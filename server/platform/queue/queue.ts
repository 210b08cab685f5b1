import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import type { Drizzle, Transaction } from "#db/client.ts";
import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { JobDefinition } from "./catalog.ts";
import { type Cause, causeOf, type Envelope } from "./envelope.ts";
import { statementsOn } from "./statements.ts";

export interface EnqueueOptions {
  /** Not before this. */
  startAfter?: Date;
  /** Higher goes first; in place of the definition's. */
  priority?: number;
  /** Of the jobs with this key one is accepted per `singletonSeconds`. */
  singletonKey?: string;
  singletonSeconds?: number;
  /** Of those that come too soon, the last waits for the next slot instead of being dropped (debounce). */
  singletonNextSlot?: boolean;
}

/** One of several jobs that are enqueued together. */
export interface Step<P = unknown> {
  definition: JobDefinition<P>;
  payload: P;
  /** The names of the steps that must have completed first. */
  after?: string[];
}

/** The queue as those who enqueue see it: no connection of its own, nothing fetched. */
export interface Queue {
  /**
   * Puts a job into its queue within the caller's transaction: it exists when that commits.
   * @returns the id of the job, or null when one with its singleton key is there already
   * @throws AppError VALIDATION when the payload does not parse
   */
  enqueue<P>(
    tx: Transaction,
    ctx: Context,
    job: { definition: JobDefinition<P>; payload: P } & EnqueueOptions,
  ): Promise<string | null>;
  /** The same for many jobs at once that follow from events, each with the cause of its own. */
  enqueueAll<P>(
    tx: Transaction,
    definition: JobDefinition<P>,
    jobs: readonly { payload: P; cause: Cause }[],
  ): Promise<void>;
  /**
   * Puts jobs that wait for one another into their queues, by the names of the steps: one that comes
   * after others runs when all of them have completed, and waits for ever while one of them has not.
   * @returns the ids of the jobs by the names of the steps
   * @throws AppError VALIDATION when a payload does not parse; Error for a step after one that is not there
   */
  enqueueSteps<Name extends string>(
    tx: Transaction,
    ctx: Context,
    steps: Record<Name, Step>,
  ): Promise<Record<Name, string>>;
  /**
   * Steers jobs of one queue within the caller's transaction.
   * @returns how many of them were in a state that allows it
   */
  steer(
    tx: Transaction,
    action: SteerAction,
    jobs: { queue: string; jobIds: string[] },
  ): Promise<number>;
  /**
   * Puts jobs that have failed for good back from the dead letter queue into the queue that they
   * failed in, oldest first, within the caller's transaction.
   * @returns how many were moved
   */
  redrive(tx: Transaction, queue: JobDefinition, limit: number): Promise<number>;
  close(): Promise<void>;
}

/** `retry` is for failed jobs, `resume` for cancelled ones. */
export type SteerAction = "retry" | "resume" | "cancel" | "deleteJob";

export function createQueue({ db, log }: { db: Drizzle; log: Logger }): Queue {
  let starting: Promise<PgBoss> | undefined;

  /**
   * Started within the transaction of whoever needs it first: all connections may be taken by callers
   * that wait for it.
   */
  function getBoss(tx: Transaction): Promise<PgBoss> {
    starting ??= start(tx).catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  }

  async function start(tx: Transaction): Promise<PgBoss> {
    let statements = statementsOn(tx);
    const boss = new PgBoss({
      db: { executeSql: (text, values) => statements.executeSql(text, values) },
      supervise: false,
      schedule: false,
      migrate: false,
      createSchema: false,
      registerInstance: false,
    });
    boss.on("error", (err) => log.error({ err }, "queue error"));
    await boss.start();
    statements = statementsOn(db);
    return boss;
  }

  return {
    async enqueue(tx, ctx, { definition, payload, ...options }) {
      const data = toEnvelope(ctx, { definition, payload });
      const boss = await getBoss(tx);
      const { priority } = definition;
      return boss.send(definition.name, data, { priority, ...options, db: statementsOn(tx) });
    },
    async enqueueAll(tx, definition, jobs) {
      const inserted = jobs.map(({ payload, cause }) => ({
        data: { payload: definition.payload.parse(payload), cause } satisfies Envelope,
        priority: definition.priority,
      }));
      const boss = await getBoss(tx);
      await boss.insert(definition.name, inserted, { db: statementsOn(tx) });
    },
    async enqueueSteps(tx, ctx, steps) {
      const flow = Object.entries<Step>(steps).map(([ref, step]) => ({
        ref,
        name: step.definition.name,
        data: toEnvelope(ctx, step),
        options: { priority: step.definition.priority },
        dependsOn: step.after ?? [],
      }));
      const boss = await getBoss(tx);
      return boss.flow(flow, { db: statementsOn(tx) });
    },
    async steer(tx, action, { queue, jobIds }) {
      const boss = await getBoss(tx);
      const result = await boss[action](queue, jobIds, { db: statementsOn(tx) });
      if (action === "retry") await dropDead(tx, jobIds);
      return (result as { affected?: number }).affected ?? 0;
    },
    async redrive(tx, { name, deadLetter }, limit) {
      if (!deadLetter) return 0;
      const boss = await getBoss(tx);
      return boss.redrive(deadLetter, { sourceName: name, limit, db: statementsOn(tx) });
    },
    async close() {
      const boss = await starting?.catch(() => undefined);
      await boss?.stop({ graceful: false, close: false });
    },
  };
}

/** What is tried again is not put back from its dead letter queue as well. */
async function dropDead(tx: Transaction, jobIds: string[]): Promise<void> {
  await tx.execute(sql`
    delete from pgboss.job
    where name in (select dead_letter from pgboss.queue) and state < 'active'
      and source_id = any(${sql.param(jobIds)}::uuid[])`);
}

function toEnvelope(ctx: Context, { definition, payload }: Omit<Step, "after">): Envelope {
  const parsed = definition.payload.safeParse(payload);
  if (!parsed.success) {
    throw new AppError("VALIDATION", `The payload does not fit ${definition.name}.`, {
      cause: parsed.error,
    });
  }
  return { payload: parsed.data, cause: causeOf(ctx) };
}
