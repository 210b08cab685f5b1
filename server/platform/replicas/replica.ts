import type { DatabaseOptions, Drizzle, RawSql } from "#db/client.ts";
import type { ProbeClient } from "#db/probe-client.ts";
import { createReplicaPool, createReplicaProbe, type ReplicaPool } from "#db/replica-pool.ts";
import { errorCode } from "../retry.ts";
import { type PrimaryPosition, readStandby, type StandbyPosition } from "./positions.ts";
import type { WalHistory } from "./wal-history.ts";

export interface ReplicaState {
  /** Counted from 1, in the order of the configuration. */
  number: number;
  isUsable: boolean;
  /** At the last look; Infinity while it has not been known to hold anything recent. */
  lagSeconds: number;
  /** Why it is not used, as part of a sentence. */
  fault: string | undefined;
}

export interface Replica {
  db(): Drizzle;
  isUsable(): boolean;
  describe(): ReplicaState;
  /** Finds out how old its data is; never rejects. */
  look(): Promise<void>;
  /** A read failed on it: not used until the next look finds it well. */
  distrust(error: unknown): void;
  close(): Promise<void>;
}

export interface ReplicaOptions {
  number: number;
  connection: DatabaseOptions;
  maxLagSeconds: number;
  history: WalHistory;
  countPendingMigrations: (sql: RawSql) => Promise<number>;
}

const MIGRATIONS_DEADLINE_MS = 800;

/** One replica: its connections, and what is known of its health. */
export function createReplica(options: ReplicaOptions): Replica {
  const { number, connection, maxLagSeconds, history, countPendingMigrations } = options;
  const probe = createReplicaProbe(connection);
  let pool: ReplicaPool | undefined;
  let fault: string | undefined = "it has not been looked at yet";
  let isMigrated = false;
  let coveredAt = Number.NEGATIVE_INFINITY;
  let lookedAt = performance.now();

  async function discardPool(): Promise<void> {
    const discarded = pool;
    pool = undefined;
    await discarded?.discard();
  }

  async function examine(): Promise<string | undefined> {
    const standby = await readStandby(probe);
    const found = findFault(standby, history.newest());
    if (found) return found;
    isMigrated ||= await hasMigrations(probe, countPendingMigrations);
    if (!isMigrated) return "it lacks migrations";
    coveredAt = history.coveredAt(standby.replayed) ?? Number.NEGATIVE_INFINITY;
    return undefined;
  }

  const isBehind = () => performance.now() - coveredAt > maxLagSeconds * 1000;
  const isUsable = () => fault === undefined && !isBehind();

  return {
    db() {
      pool ??= createReplicaPool(connection);
      return pool.db;
    },
    isUsable,
    describe: () => ({
      number,
      isUsable: isUsable(),
      lagSeconds: Math.max(0, lookedAt - coveredAt) / 1000,
      fault: fault ?? (isBehind() ? "it is too far behind" : undefined),
    }),
    async look() {
      try {
        fault = await examine();
      } catch (error) {
        fault = `it does not answer (${errorCode(error) || "in time"})`;
        isMigrated = false;
        await discardPool();
      }
      lookedAt = performance.now();
    },
    distrust(error) {
      fault ??= `a read failed (${errorCode(error)})`;
    },
    async close() {
      await Promise.all([pool?.close(), probe.close()]);
    },
  };
}

function findFault(
  standby: StandbyPosition,
  primary: PrimaryPosition | undefined,
): string | undefined {
  if (!primary) return "the primary has not answered yet";
  if (!standby.isStandby) return "it is not a standby";
  if (standby.cluster !== primary.cluster || standby.database !== primary.database)
    return "it is a standby of another database";
  if (!standby.isStreaming) return "it does not stream from the primary";
  if (standby.timeline !== null && standby.timeline !== primary.timeline)
    return "it follows another primary";
  return undefined;
}

async function hasMigrations(
  probe: ProbeClient,
  countPendingMigrations: ReplicaOptions["countPendingMigrations"],
): Promise<boolean> {
  return (await probe.run(countPendingMigrations, MIGRATIONS_DEADLINE_MS)) === 0;
}
