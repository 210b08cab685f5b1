import { PgBoss } from "pg-boss";
import type { Drizzle, Transaction } from "#db/client.ts";
import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import type { JobDefinition } from "./catalog.ts";
import { causeOf, type Envelope } from "./envelope.ts";
import { statementsOn } from "./statements.ts";

export interface EnqueueOptions {
  /** Not before this. */
  startAfter?: Date;
  /** Higher goes first; in place of the definition's. */
  priority?: number;
  /** Of the jobs with this key one is accepted per `singletonSeconds`. */
  singletonKey?: string;
  singletonSeconds?: number;
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
  /**
   * Steers one job within the caller's transaction.
   * @returns whether the job was in a state that allows it
   */
  steer(
    tx: Transaction,
    action: SteerAction,
    job: { queue: string; jobId: string },
  ): Promise<boolean>;
  close(): Promise<void>;
}

/** `retry` is for failed jobs, `resume` for cancelled ones. */
export type SteerAction = "retry" | "resume" | "cancel" | "deleteJob";

export function createQueue({ db, log }: { db: Drizzle; log: Logger }): Queue {
  let starting: Promise<PgBoss> | undefined;

  function getBoss(): Promise<PgBoss> {
    starting ??= start().catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  }

  async function start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: statementsOn(db),
      supervise: false,
      schedule: false,
      migrate: false,
      createSchema: false,
      registerInstance: false,
    });
    boss.on("error", (err) => log.error({ err }, "queue error"));
    return boss.start();
  }

  return {
    async enqueue(tx, ctx, { definition, payload, ...options }) {
      const parsed = definition.payload.safeParse(payload);
      if (!parsed.success) {
        throw new AppError("VALIDATION", `The payload does not fit ${definition.name}.`, {
          cause: parsed.error,
        });
      }
      const data: Envelope = { payload: parsed.data, cause: causeOf(ctx) };
      const boss = await getBoss();
      return boss.send(definition.name, data, { ...options, db: statementsOn(tx) });
    },
    async steer(tx, action, { queue, jobId }) {
      const boss = await getBoss();
      const result = await boss[action](queue, jobId, { db: statementsOn(tx) });
      return (result as { affected?: number }).affected === 1;
    },
    async close() {
      const boss = await starting?.catch(() => undefined);
      await boss?.stop({ graceful: false, close: false });
    },
  };
}
