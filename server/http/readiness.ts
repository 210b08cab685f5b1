import type { RawSql } from "#db/client.ts";
import type { Services } from "#server/platform/context.ts";

export type Obstacle = "draining" | "starting" | "database" | "migrations";

export interface Readiness {
  /** Boot is over: configuration read, migrations applied, listening. */
  isStarted(): boolean;
  markStarted(): void;
  /** What keeps this process from being sent requests; within 800 ms whatever the database does. */
  findObstacles(): Promise<Obstacle[]>;
}

interface ReadinessOptions {
  probe: Services["probe"];
  countPendingMigrations: (sql: RawSql) => Promise<number>;
  /** Aborted when the process begins to stop. */
  stopping: AbortSignal;
}

const DEADLINE_MS = 800;
const MIGRATIONS_TRUSTED_MS = 10_000;

/** One look at the database is shared by all who ask while it runs. */
export function createReadiness(options: ReadinessOptions): Readiness {
  const { probe, countPendingMigrations, stopping } = options;
  let isStarted = false;
  let migratedAt = Number.NEGATIVE_INFINITY;
  let inFlight: Promise<Obstacle[]> | undefined;

  async function ask(sql: RawSql): Promise<Obstacle[]> {
    if (performance.now() - migratedAt < MIGRATIONS_TRUSTED_MS) {
      await sql`select 1`;
      return [];
    }
    if ((await countPendingMigrations(sql)) > 0) return ["migrations"];
    migratedAt = performance.now();
    return [];
  }

  async function probeDatabase(): Promise<Obstacle[]> {
    try {
      return await probe.run(ask, DEADLINE_MS);
    } catch {
      return ["database"];
    } finally {
      inFlight = undefined;
    }
  }

  return {
    isStarted: () => isStarted,
    markStarted() {
      isStarted = true;
    },
    async findObstacles() {
      if (stopping.aborted) return ["draining"];
      if (!isStarted) return ["starting"];
      inFlight ??= probeDatabase();
      return inFlight;
    },
  };
}
