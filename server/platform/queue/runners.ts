import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type { Services } from "../context.ts";
import { followControls } from "./controls.ts";
import { createHistory } from "./history/history.ts";
import { type RegisteredJob, WorkerStopped } from "./job-run.ts";
import { watchLost } from "./lost.ts";
import { createQueueRunner, type QueueRunner } from "./runner.ts";

interface Options {
  services: Services;
  boss: PgBoss;
  jobs: readonly RegisteredJob[];
}

const BEAT_MS = 2_000;
/** Jobs that a worker is told to be at: they are written with each heartbeat. */
const MOST_TOLD = 100;
/** What an aborted handler is given to notice it. */
const ABORT_GRACE_MS = 1_000;
/** A database that is gone does not hold up the end. */
const HAND_BACK_MS = 2_000;

/** Works off every queue in this process, as operators have set them. */
export async function startRunners({ services, boss, jobs }: Options) {
  const worker = `${hostname()}:${process.pid}`;
  const history = createHistory(services);
  const runners = jobs.map((job) => createQueueRunner({ services, boss, job, worker, history }));
  const names = runners.map(({ name }) => name);
  const lost = watchLost({ services, history }, names);
  const controls = followControls(services, (set) => {
    for (const runner of runners) runner.control(set.get(runner.name));
  });
  await controls.first;
  for (const runner of runners) runner.wake();
  const beat = setInterval(() => {
    for (const runner of runners) {
      runner.beat().catch((err: unknown) => services.log.warn({ err }, "jobs not touched"));
    }
  }, BEAT_MS);
  return {
    wake(queue: string): void {
      runners.find(({ name }) => name === queue)?.wake();
    },
    /** What this worker works off, how many jobs it is at, and some of them. */
    state: () => ({
      queues: names,
      running: runners.reduce((sum, runner) => sum + runner.count(), 0),
      jobIds: runners.flatMap((runner) => runner.jobIds()).slice(0, MOST_TOLD),
    }),
    /** Lets running jobs finish for as long as given; then they are aborted and run again elsewhere. */
    async stop(graceSeconds: number): Promise<void> {
      controls.stop();
      lost.stop();
      await endAll(services, runners, graceSeconds * 1000);
      clearInterval(beat);
      await history.stop();
    },
  };
}

/** What does not end when it is aborted is given to others nonetheless: this process is about to end. */
async function endAll(
  { log }: Pick<Services, "log">,
  runners: QueueRunner[],
  graceMs: number,
): Promise<void> {
  const reason = new WorkerStopped("The worker stopped before the job was done");
  const within = (work: Promise<unknown>, ms: number) =>
    Promise.race([work, sleep(ms, undefined, { ref: false })]);
  const drained = Promise.all(runners.map((runner) => runner.drain()));
  await within(drained, graceMs);
  for (const runner of runners) runner.abort(reason);
  await within(drained, ABORT_GRACE_MS);
  const handedBack = Promise.all(runners.map((runner) => runner.handBack(reason))).catch(
    (err: unknown) => log.warn({ err }, "jobs not handed back; they run again without a heartbeat"),
  );
  await within(handedBack, HAND_BACK_MS);
}
