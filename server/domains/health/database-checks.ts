import path from "node:path";
import { migrationStatus } from "#db/migrator.ts";
import type { Services } from "#server/platform/context.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import { projectRoot } from "#server/project-root.ts";
import { type Finding, fact, formatBytes, formatMilliseconds } from "./findings.ts";

const DEADLINE_MS = 800;
const SLOW_MS = 250;
const CROWDED_SHARE = 0.9;

interface DatabaseRow {
  version: string;
  sizeBytes: string;
  connections: number;
  maxConnections: number;
}

/** Asked over the probe connection: a frozen database or an exhausted pool cannot hold the answer up. */
export function checkDatabase({ probe }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    await sql`select 1`;
    const startedAt = performance.now();
    await sql`select 1`;
    const latencyMs = performance.now() - startedAt;
    const [row] = await sql<DatabaseRow[]>`
      select current_setting('server_version') as version,
        pg_database_size(current_database())::text as "sizeBytes",
        (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
        current_setting('max_connections')::int as "maxConnections"`;
    if (!row) throw new Error("The database answered nothing");
    const { connections, maxConnections } = row;
    const isCrowded = connections > maxConnections * CROWDED_SHARE;
    return {
      status: isCrowded || latencyMs > SLOW_MS ? "degraded" : "ok",
      detail: describeDatabase(isCrowded, latencyMs),
      facts: [
        fact("Latency", formatMilliseconds(latencyMs)),
        fact("Version", row.version),
        fact("Size", formatBytes(Number(row.sizeBytes))),
        fact("Connections", `${connections} of ${maxConnections}`),
      ],
    };
  }, DEADLINE_MS);
}

function describeDatabase(isCrowded: boolean, latencyMs: number): string {
  if (isCrowded) return "Nearly every connection is in use.";
  return latencyMs > SLOW_MS ? "The database answers slowly." : "The database answers.";
}

/** As the last look in the background found them; without them the primary answers everything. */
export function checkReplicas({ replicas }: Services): Finding {
  const states = replicas.describe();
  const unused = states.filter(({ isUsable }) => !isUsable).length;
  return {
    status: unused > 0 ? "degraded" : "ok",
    detail:
      unused > 0
        ? `${unused} of ${states.length} not used; the primary answers instead.`
        : "Every replica is used.",
    facts: states.map(({ number, fault, lagSeconds }) =>
      fact(`Replica ${number}`, fault ?? `${lagSeconds.toFixed(1)} s behind at most`),
    ),
  };
}

/** Whether the schema is the one that this build expects. */
export function checkMigrations({ probe }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const directory = path.join(projectRoot, "db", "migrations");
    const { applied, pending, unknown } = await migrationStatus(sql, directory);
    return {
      status: pending.length + unknown.length > 0 ? "degraded" : "ok",
      detail: describeMigrations(pending.length, unknown.length),
      facts: [
        fact("Applied", applied.length),
        fact("Pending", pending.length === 0 ? "none" : pending.join(", ")),
        ...(unknown.length > 0 ? [fact("From a newer build", unknown.join(", "))] : []),
      ],
    };
  }, DEADLINE_MS);
}

function describeMigrations(pending: number, unknown: number): string {
  if (pending > 0) return `${pending} not applied yet.`;
  return unknown > 0 ? "A newer build has changed the schema." : "The schema is up to date.";
}

/** A worker that was not heard of lately counts as gone. */
export function checkWorkers({ probe, now }: Services): Promise<Finding> {
  return probe.run(async (sql) => {
    const since = new Date(now().getTime() - ALIVE_MS);
    const alive = await sql<{ host: string; pid: number; version: string; seenAt: Date }[]>`
      select host, pid, version, seen_at as "seenAt" from worker_heartbeats
      where seen_at > ${since} order by started_at`;
    if (alive.length === 0) {
      const detail = `No worker was seen in the last ${ALIVE_MS / 1000} s: jobs wait.`;
      return { status: "degraded", detail, facts: [fact("Workers", 0)] };
    }
    return {
      status: "ok",
      detail: alive.length === 1 ? "One worker runs." : `${alive.length} workers run.`,
      facts: alive.map(({ host, pid, version }) => fact(`${host}, process ${pid}`, version)),
    };
  }, DEADLINE_MS);
}
