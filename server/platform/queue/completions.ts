import type { PgBoss } from "pg-boss";
import type { Attempt } from "./job-run.ts";

interface Done {
  attempt: Attempt;
  output: unknown;
  resolve(): void;
}

/**
 * Completes what has succeeded, for one queue: those that finish while a statement is on its way share
 * the next one. An attempt that no longer holds its job is passed over by pg-boss.
 */
export function createCompletions(boss: PgBoss, queue: string, onError: (err: unknown) => void) {
  let waiting: Done[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await Promise.all(
        groupByOutput(batch).map((group) =>
          complete(group)
            .catch(onError)
            .finally(() => {
              for (const { resolve } of group) resolve();
            }),
        ),
      );
    }
    isRunning = false;
  }

  async function complete(group: Done[]): Promise<void> {
    const attempts = group.map(({ attempt }) => ({
      id: attempt.jobId,
      retryCount: attempt.number,
    }));
    const output = group[0]?.output as object | undefined;
    await boss.complete(queue, attempts, output ?? null);
  }

  return {
    /** Resolves when the database has it, or has refused it. */
    add: (attempt: Attempt, output: unknown) =>
      new Promise<void>((resolve) => {
        waiting.push({ attempt, output, resolve });
        if (!isRunning) setImmediate(() => isRunning || void run());
      }),
  };
}

/** One statement gives one output to all its jobs. */
function groupByOutput(batch: Done[]): Done[][] {
  const silent = batch.filter(({ output }) => output === undefined);
  const others = batch.filter(({ output }) => output !== undefined).map((one) => [one]);
  return silent.length > 0 ? [silent, ...others] : others;
}
