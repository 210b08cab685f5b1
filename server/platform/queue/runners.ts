import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type { Services } from "../context.ts";
import { followControls } from "./controls.ts";
import { createHistory } from "./history/history.ts";
import { type RegisteredJob, WorkerStopped } from "./job-run.ts";
import { createQueueRunner } from "./runner.ts";

interface Options {
  services: Services;
  boss: PgBoss;
  jobs: readonly RegisteredJob[];
}

const BEAT_MS = 2_000;
/** What an aborted handler is given to notice it. */
const ABORT_GRACE_MS = 1_000;

/** Works off every queue in this process, as operators have set them. */
export async function startRunners({ services, boss, jobs }: Options) {
  const worker = `${hostname()}:${process.pid}`;
  const history = createHistory(services);
  const runners = jobs.map((job) => createQueueRunner({ services, boss, job, worker, history }));
  const controls = followControls(services, (set) => {
    for (const runner of runners) runner.control(set.get(runner.name));
  });
  await controls.first;
  const beat = setInterval(() => {
    for (const runner of runners) {
      runner.beat().catch((err: unknown) => services.log.warn({ err }, "jobs not touched"));
    }
  }, BEAT_MS);
  return {
    wake(queue: string): void {
      runners.find(({ name }) => name === queue)?.wake();
    },
    /** What this worker works off, and how many jobs it is at. */
    state: () => ({
      queues: runners.map(({ name }) => name),
      running: runners.reduce((sum, runner) => sum + runner.count(), 0),
    }),
    /** Lets running jobs finish for as long as given; then they are aborted and run again elsewhere. */
    async stop(graceSeconds: number): Promise<void> {
      controls.stop();
      const drained = Promise.all(runners.map((runner) => runner.drain()));
      await Promise.race([drained, sleep(graceSeconds * 1000, undefined, { ref: false })]);
      for (const runner of runners) runner.abort(new WorkerStopped("The worker stopped"));
      await Promise.race([drained, sleep(ABORT_GRACE_MS, undefined, { ref: false })]);
      clearInterval(beat);
      await history.stop();
    },
  };
}
