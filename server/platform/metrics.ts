import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Services } from "./context.ts";
import { createEventLoopMonitor } from "./event-loop.ts";
import type { ReplicaState } from "./replicas/replica.ts";

const LATENCY_BUCKETS_SECONDS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];
const SCRAPE_DEADLINE_MS = 500;

export type Metrics = ReturnType<typeof createMetrics>;

/** Rate, errors and duration of requests and procedures, beside Node's own event-loop and memory metrics. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    eventLoop: createEventLoopMonitor(),
    httpRequests: new Histogram({
      name: "binnacle_http_request_duration_seconds",
      help: "HTTP requests by method, route and status",
      labelNames: ["method", "route", "status"] as const,
      buckets: LATENCY_BUCKETS_SECONDS,
      registers,
    }),
    procedures: new Histogram({
      name: "binnacle_procedure_duration_seconds",
      help: "tRPC procedures by path and outcome (ok or an error code)",
      labelNames: ["path", "outcome"] as const,
      buckets: LATENCY_BUCKETS_SECONDS,
      registers,
    }),
    jobs: new Histogram({
      name: "binnacle_job_duration_seconds",
      help: "Attempts at jobs by queue and outcome (completed or failed)",
      labelNames: ["queue", "outcome"] as const,
      buckets: LATENCY_BUCKETS_SECONDS,
      registers,
    }),
    requestsInFlight: new Gauge({
      name: "binnacle_http_requests_in_flight",
      help: "HTTP requests being served",
      registers,
    }),
    retries: new Counter({
      name: "binnacle_retries_total",
      help: "Transient faults retried, by what was retried",
      labelNames: ["operation"] as const,
      registers,
    }),
  };
}

/** Adds what only the database knows, asked at each scrape; left out of the answer while it is silent. */
export function observeDatabase({ registry }: Metrics, { probe, config }: Services): void {
  const registers = [registry];
  new Gauge({
    name: "binnacle_database_pool_size",
    help: "Connections that this process may open for requests",
    registers,
  }).set(config.databasePoolSize);
  new Gauge({
    name: "binnacle_database_connections",
    help: "Connections of all Binnacle processes to the database, by state",
    labelNames: ["state"] as const,
    registers,
    async collect() {
      this.reset();
      try {
        const rows = await probe.run(
          (sql) => sql<{ state: string; count: number }[]>`
            select coalesce(state, 'starting') as state, count(*)::int as count from pg_stat_activity
            where datname = current_database() and application_name like 'binnacle%' group by 1`,
          SCRAPE_DEADLINE_MS,
        );
        for (const { state, count } of rows) this.set({ state }, count);
      } catch {
        this.reset();
      }
    },
  });
}

/** What waits and runs in the queues, asked at each scrape; left out of the answer while the database is silent. */
export function observeQueues({ registry }: Metrics, { probe }: Services): void {
  new Gauge({
    name: "binnacle_jobs",
    help: "Jobs in the queues by queue and state (ready, delayed or active)",
    labelNames: ["queue", "state"] as const,
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const rows = await probe.run(
          (sql) => sql<{ queue: string; state: string; count: number }[]>`
            select name as queue, count(*)::int as count,
              case when state = 'active' then 'active' when blocked or start_after > now() then 'delayed' else 'ready' end as state
            from pgboss.job where state <= 'active' group by 1, 3`,
          SCRAPE_DEADLINE_MS,
        );
        for (const { queue, state, count } of rows) this.set({ queue, state }, count);
      } catch {
        this.reset();
      }
    },
  });
}

/** Who follows events through this process, and how many were told. */
export function observeStreams({ registry }: Metrics, { events }: Services): void {
  const registers = [registry];
  new Gauge({
    name: "binnacle_event_streams",
    help: "Open streams of events",
    registers,
    collect() {
      this.set(events.streams.describe().open);
    },
  });
  new Gauge({
    name: "binnacle_events_told",
    help: "Events handed to streams since the start",
    registers,
    collect() {
      this.set(events.streams.describe().told);
    },
  });
}

/** How the read replicas fare; nothing where none is configured. */
export function observeReplicas({ registry }: Metrics, { replicas }: Services): void {
  if (replicas.describe().length === 0) return;
  const observe = (name: string, help: string, read: (state: ReplicaState) => number) =>
    new Gauge({
      name: `binnacle_database_replica_${name}`,
      help,
      labelNames: ["replica"] as const,
      registers: [registry],
      collect() {
        for (const state of replicas.describe()) this.set({ replica: state.number }, read(state));
      },
    });
  observe("usable", "Whether reads go to the replica (1 or 0)", ({ isUsable }) => Number(isUsable));
  observe("lag_seconds", "Age of the replica's data at most", ({ lagSeconds }) => lagSeconds);
}

/** Which build this is, as the label of a constant. */
export function observeBuild({ registry }: Metrics, version: string): void {
  new Gauge({
    name: "binnacle_build_info",
    help: "Version of Binnacle and of Node",
    labelNames: ["version", "node"] as const,
    registers: [registry],
  }).set({ version, node: process.version }, 1);
}
