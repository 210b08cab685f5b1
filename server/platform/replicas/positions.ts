import type { ProbeClient } from "#db/probe-client.ts";

const DEADLINE_MS = 800;

/** Which database this is: its cluster (physical copies share the number), itself within it, and its history. */
interface Identity {
  cluster: string;
  database: string;
  timeline: number | null;
}

export interface PrimaryPosition extends Identity {
  written: bigint;
  /** `performance.now()` before the primary was asked: all that was committed by then is in `written`. */
  askedAt: number;
}

export interface StandbyPosition extends Identity {
  isStandby: boolean;
  isStreaming: boolean;
  replayed: bigint;
}

interface Row {
  cluster: string;
  database: string;
  position: string | null;
  timeline: number | null;
}

export async function readPrimary(probe: ProbeClient): Promise<PrimaryPosition> {
  const askedAt = performance.now();
  const [row] = await probe.run(
    (sql) => sql<Row[]>`
      select system_identifier::text as cluster, pg_database.oid::text as database,
        pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as position,
        ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline
      from pg_control_system(), pg_database where datname = current_database()`,
    DEADLINE_MS,
  );
  if (!row) throw new Error("The primary told no position");
  const { position, ...identity } = row;
  return { ...identity, written: BigInt(position ?? 0), askedAt };
}

/**
 * To a role without `pg_read_all_stats` Postgres shows that a WAL receiver runs, but neither its
 * status nor its timeline: then it counts as streaming.
 */
export async function readStandby(probe: ProbeClient): Promise<StandbyPosition> {
  const [row] = await probe.run(
    (sql) => sql<(Row & { isStandby: boolean; isStreaming: boolean })[]>`
      select system_identifier::text as cluster, pg_database.oid::text as database,
        pg_is_in_recovery() as "isStandby", receiver.pid is not null as "isStreaming",
        pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text as position,
        receiver.received_tli as timeline
      from pg_control_system(), pg_database left join pg_stat_wal_receiver as receiver
        on coalesce(receiver.status, 'streaming') = 'streaming'
      where datname = current_database()`,
    DEADLINE_MS,
  );
  if (!row) throw new Error("The replica told no position");
  const { position, ...rest } = row;
  return { ...rest, replayed: BigInt(position ?? 0) };
}
