import { expect, test } from "vitest";
import { runChaos } from "#server/testing/chaos/chaos.ts";
import { createTestDatabase } from "#server/testing/database.ts";

const JOBS = 3_000;

test("workers are killed or frozen at any line: no job is lost, and each has its effects once", async () => {
  const database = await createTestDatabase();
  try {
    const outcome = await runChaos({
      url: database.url,
      jobs: JOBS,
      workers: 2,
      kills: 6,
      pauseMs: 100,
    });
    const { jobs } = outcome;
    expect(jobs).toBeGreaterThanOrEqual(JOBS);
    expect(outcome).toMatchObject({ completed: jobs, once: jobs, wrongEffects: 0 });
    expect(outcome).toMatchObject({ kills: 6 });
    expect(outcome.interrupted).toBeGreaterThan(0);
    expect(outcome.frozen).toBeGreaterThan(0);
    expect(outcome.leftAtLastKill).toBeGreaterThan(0);
    expect(outcome.recoverySeconds).toBeLessThan(75);
  } finally {
    await database.close();
  }
}, 150_000);
