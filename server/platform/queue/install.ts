import { PgBoss } from "pg-boss";
import type { JobDefinition } from "./catalog.ts";

/**
 * Makes or migrates pg-boss's schema and brings every queue in line with its definition. Processes
 * that start together take turns, by pg-boss's own lock.
 */
export async function installQueue(url: string, definitions: JobDefinition[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "binnacle queue install",
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const definition of definitions) await bringInLine(boss, definition);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}

async function bringInLine(boss: PgBoss, definition: JobDefinition): Promise<void> {
  const options = {
    retryLimit: definition.retryLimit,
    retryDelay: definition.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: definition.retryDelayMaxSeconds,
    expireInSeconds: definition.expireInSeconds,
    heartbeatSeconds: definition.heartbeatSeconds,
    deleteAfterSeconds: definition.keepDays * 86_400,
    notify: true,
  };
  // Schedules are rows of ours; those that an older build has left would run everything twice.
  await boss.unschedule(definition.name);
  if (definition.deadLetter) await boss.createQueue(definition.deadLetter);
  const there = await boss.getQueue(definition.name);
  if (there) await boss.updateQueue(definition.name, options);
  else {
    await boss.createQueue(definition.name, {
      ...options,
      policy: definition.policy,
      ...(definition.deadLetter && { deadLetter: definition.deadLetter }),
    });
  }
}
