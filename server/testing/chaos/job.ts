import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineJob, type JobDefinition } from "#server/platform/queue/catalog.ts";
import type { JobRun, RegisteredJob } from "#server/platform/queue/job-run.ts";

/** What a job leaves behind, without a key that would hide a second time. */
export const EFFECTS = "create table chaos_effects (number int not null, step text not null)";
const STEPS = ["first", "second"];
const LONGEST_MS = 40;

const definition = defineJob({
  name: "chaos",
  description: "Does two things, with time to be killed before, between and after them",
  payload: z.strictObject({ number: z.int() }),
  // Killed as often as the test likes.
  retryLimit: 100,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 1,
  heartbeatSeconds: 10,
  // Few, so that there is work left until the last kill.
  concurrency: 3,
});

export const CHAOS = definition as JobDefinition;
export const chaosJob = {
  definition,
  async run(_: unknown, { once, payload }: JobRun<{ number: number }>) {
    for (const step of STEPS) {
      await sleep(Math.random() * LONGEST_MS);
      await once(step, async (tx) => {
        await tx.execute(sql`insert into chaos_effects values (${payload.number}, ${step})`);
      });
    }
    await sleep(Math.random() * LONGEST_MS);
  },
} as RegisteredJob;

export const EFFECTS_PER_JOB = STEPS.length;
