import { migrate } from "#db/migrator.ts";
import { installQueue } from "#server/platform/queue/install.ts";
import { syncSchedules } from "#server/platform/queue/schedules/sync.ts";
import { jobDefinitions, schedules } from "#server/registry/jobs.ts";
import { MIGRATIONS, type Runtime } from "#server/runtime.ts";

/**
 * Brings the database to what this build expects: schema, queues, schedules. Any number of processes
 * may do so at once.
 * @returns the names of the migrations that were applied
 */
export async function prepareDatabase({ databaseUrl, services }: Runtime): Promise<string[]> {
  const applied = await migrate(databaseUrl, MIGRATIONS);
  await installQueue(databaseUrl, jobDefinitions);
  await syncSchedules(services, schedules);
  return applied;
}
