import type { Database, DatabaseOptions, Drizzle, RawSql } from "#db/client.ts";
import type { Logger } from "../logger.ts";
import type { Metrics } from "../metrics.ts";
import { errorCode } from "../retry.ts";
import { readPrimary } from "./positions.ts";
import { createReplica, type Replica, type ReplicaState } from "./replica.ts";
import { createWalHistory } from "./wal-history.ts";
import { createWatcher } from "./watcher.ts";

export interface Replicas {
  /**
   * A read that may be some seconds old, `DATABASE_REPLICA_MAX_LAG` at most: it runs on a replica when
   * one is fit, else on the primary. Only for figures and charts; never for what somebody may just have
   * changed and looks for, for permissions or for sessions. `read` may run twice.
   */
  readStale<T>(read: (db: Drizzle) => Promise<T>): Promise<T>;
  /** One entry per configured replica. */
  describe(): ReplicaState[];
  /** Begins to look after the replicas in the background; none is used before. */
  watch(): void;
  close(): Promise<void>;
}

interface ReplicasOptions {
  primary: Pick<Database, "db" | "probe">;
  /** How to connect to each replica. */
  connections: readonly DatabaseOptions[];
  maxLagSeconds: number;
  countPendingMigrations: (sql: RawSql) => Promise<number>;
  log: Logger;
  metrics: Pick<Metrics, "retries">;
}

const MAX_INTERVAL_MS = 1000;
const LOOKS_PER_LAG = 5;

/** Without a replica: every read is one on the primary, with nothing in between. */
export function withoutReplicas(db: Drizzle): Replicas {
  return {
    readStale: (read) => read(db),
    describe: () => [],
    watch: () => undefined,
    close: async () => undefined,
  };
}

export function createReplicas(options: ReplicasOptions): Replicas {
  const { primary, connections, maxLagSeconds, countPendingMigrations, metrics } = options;
  if (connections.length === 0) return withoutReplicas(primary.db);
  const history = createWalHistory();
  const replicas = connections.map((connection, index) =>
    createReplica({
      number: index + 1,
      connection,
      maxLagSeconds,
      history,
      countPendingMigrations,
    }),
  );
  const pick = createRoundRobin(replicas);
  const watcher = createWatcher(
    look,
    Math.min(MAX_INTERVAL_MS, maxLagSeconds * (1000 / LOOKS_PER_LAG)),
  );

  async function look(): Promise<void> {
    // While the primary is silent nothing is added, and the replicas' data grows old.
    await readPrimary(primary.probe).then(history.add, () => undefined);
    await Promise.all(replicas.map((replica) => lookAt(replica, options.log)));
  }

  return {
    async readStale(read) {
      const replica = pick();
      if (!replica) return read(primary.db);
      try {
        return await read(replica.db());
      } catch (error) {
        if (!isFaultOfReplica(error)) throw error;
        if (!isUndone(error)) replica.distrust(error);
        metrics.retries.inc({ operation: "replica" });
        return read(primary.db);
      }
    },
    describe: () => replicas.map((replica) => replica.describe()),
    watch: watcher.start,
    async close() {
      await watcher.stop();
      await Promise.all(replicas.map((replica) => replica.close()));
    },
  };
}

function createRoundRobin(replicas: readonly Replica[]): () => Replica | undefined {
  let turn = 0;
  return () => {
    for (let step = 0; step < replicas.length; step++) {
      const replica = replicas[turn++ % replicas.length];
      if (replica?.isUsable()) return replica;
    }
    return undefined;
  };
}

async function lookAt(replica: Replica, log: Logger): Promise<void> {
  const wasUsable = replica.isUsable();
  await replica.look();
  const { isUsable, ...state } = replica.describe();
  if (wasUsable && !isUsable) log.warn(state, "replica is not used");
  if (!wasUsable && isUsable) log.info(state, "replica is used");
}

/** Connection exceptions, authorization, missing database, rollback, resources, shutdown, system faults. */
const FAULT_OF_REPLICA = /^(08|28|3D|40|53|55|57P|58|XX|E[A-Z]|CONN)/;

function isFaultOfReplica(error: unknown): boolean {
  return FAULT_OF_REPLICA.test(errorCode(error));
}

/** Replay needed the rows out of the way: the replica itself is well. */
function isUndone(error: unknown): boolean {
  return /^(40|55)/.test(errorCode(error));
}
