import { sql } from "drizzle-orm";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import { installQueue } from "#server/platform/queue/install.ts";
import type { RegisteredJob } from "#server/platform/queue/job-run.ts";
import { listenForJobs } from "#server/platform/queue/listen.ts";
import type { EnqueueOptions } from "#server/platform/queue/queue.ts";
import { startRunners } from "#server/platform/queue/runners.ts";
import { createTestWorld, type TestWorld } from "./context.ts";

export interface JobWorld extends TestWorld {
  /** Starts what a worker process starts. */
  startWorker(): Promise<{ stop(graceSeconds?: number): Promise<void> }>;
  enqueue(name: string, payload: unknown, options?: EnqueueOptions): Promise<string>;
  stateOf(jobId: string): Promise<{ state: string; retries: number; output: unknown } | undefined>;
  boss: PgBoss;
}

/** A database with queues for these jobs, and workers as many as the test starts. */
export async function createJobWorld(
  jobs: RegisteredJob[],
  bossOptions: Partial<ConstructorOptions> = {},
  worldOptions: Parameters<typeof createTestWorld>[0] = {},
): Promise<JobWorld> {
  const world = await createTestWorld(worldOptions);
  const { services, database } = world;
  await installQueue(
    database.url,
    jobs.map(({ definition }) => definition),
  );
  const bosses: PgBoss[] = [];

  async function createBoss(options: Partial<ConstructorOptions>): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: database.url,
      migrate: false,
      schedule: false,
      ...options,
    });
    boss.on("error", () => undefined);
    bosses.push(boss);
    return boss.start();
  }

  const boss = await createBoss({ supervise: false, max: 1 });
  return {
    ...world,
    boss,
    async startWorker() {
      const own = await createBoss({ max: 4, ...bossOptions });
      const runners = await startRunners({ services, boss: own, jobs });
      const listening = await listenForJobs(services, runners.wake);
      return {
        async stop(graceSeconds = 5) {
          await listening.stop();
          await runners.stop(graceSeconds);
        },
      };
    },
    async enqueue(name, payload, options = {}) {
      const definition = jobs.find((job) => job.definition.name === name)?.definition;
      if (!definition) throw new Error(`No job ${name}`);
      const ctx = world.anonymous();
      const id = await services.db.transaction((tx) =>
        services.queue.enqueue(tx, ctx, { definition, payload, ...options }),
      );
      if (!id) throw new Error(`${name} was not enqueued`);
      return id;
    },
    async stateOf(jobId) {
      const [row] = await services.db.execute<{
        state: string;
        retries: number;
        output: unknown;
      }>(sql`select state, retry_count as retries, output from pgboss.job where id = ${jobId}`);
      return row && { state: row.state, retries: row.retries, output: row.output };
    },
    async close() {
      await services.queue.close();
      for (const one of bosses) await one.stop({ graceful: false, close: true });
      await world.close();
    },
  };
}
