import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createProbeClient, type ProbeClient } from "./probe-client.ts";
import { createSockets, type SocketFactory } from "./sockets.ts";

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  connectTimeoutSeconds: number;
  statementTimeoutSeconds: number;
  lockTimeoutSeconds: number;
  idleInTransactionTimeoutSeconds: number;
  applicationName?: string;
  /** Writes are refused unless a statement asks for them expressly. */
  isReadOnly?: boolean;
  /** Opens the sockets in place of postgres.js, for whoever must be able to destroy them. */
  openSocket?: SocketFactory;
}

export type Drizzle = PostgresJsDatabase;
/** What queries run on: the pool or an open transaction. */
export type Transaction = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];
export type Queryable = Drizzle | Transaction;
export type RawSql = postgres.Sql;

export interface Database {
  db: Drizzle;
  /** A small pool of its own for probes and raw SQL, so that a full pool never blocks a health check. */
  raw: RawSql;
  probe: ProbeClient;
  /** For LISTEN alone, which a connection that is dead without a sign would do for ever. */
  listener: Listener;
  close(): Promise<void>;
}

export interface Listener {
  sql: RawSql;
  /** Throws its connection away; the driver makes another and listens again. */
  reconnect(): void;
}

/** By this the triggers know our own changes from those made by hand. Sent once per connection. */
export const OUR_WRITER = { "binnacle.writer": "app" };

const MAX_RECONNECT_DELAY_SECONDS = 0.5;

/**
 * How long a lost connection waits before it connects again. The driver counts each connection of
 * the pool that was lost; with its own exponential delay a restart of Postgres would keep a pool of
 * ten away for up to 20 s.
 */
function reconnectDelaySeconds(lost: number): number {
  return Math.min(MAX_RECONNECT_DELAY_SECONDS, 0.02 * lost) * (0.5 + Math.random() / 2);
}

/** A postgres.js client with every timeout set. Nothing connects until the first query. */
export function createSql(options: DatabaseOptions, max: number): RawSql {
  return postgres(options.url, {
    max,
    connect_timeout: options.connectTimeoutSeconds,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    backoff: reconnectDelaySeconds,
    onnotice: () => undefined,
    ...(options.openSocket && { socket: options.openSocket }),
    connection: {
      ...OUR_WRITER,
      application_name: options.applicationName ?? "binnacle",
      // Pages come from memory or flash: one anywhere costs about as much as the next one.
      random_page_cost: 1.1,
      statement_timeout: options.statementTimeoutSeconds * 1000,
      lock_timeout: options.lockTimeoutSeconds * 1000,
      idle_in_transaction_session_timeout: options.idleInTransactionTimeoutSeconds * 1000,
      ...(options.isReadOnly && { default_transaction_read_only: true }),
    },
  });
}

export function createDatabase(options: DatabaseOptions): Database {
  const pooled = createSql(options, options.poolSize);
  const raw = createSql(options, 2);
  const probe = createProbeClient((openSocket) => createSql({ ...options, openSocket }, 1));
  const sockets = createSockets();
  const listening = createSql({ ...options, openSocket: sockets.open }, 1);
  return {
    db: toDrizzle(pooled),
    raw,
    probe,
    listener: { sql: listening, reconnect: sockets.destroyAll },
    async close() {
      const ended = [pooled, raw, listening].map((sql) => sql.end({ timeout: 5 }));
      await Promise.all([...ended, probe.close()]);
    },
  };
}

export function toDrizzle(sql: RawSql): Drizzle {
  return drizzle(sql, { casing: "snake_case" });
}
