import { type AttemptOptions, createAttempts } from "./attempts.ts";
import type { QueueControl } from "./controls.ts";
import type { Envelope } from "./envelope.ts";
import type { WorkerStopped } from "./job-run.ts";
import { createRunning } from "./running.ts";

export interface QueueRunner {
  readonly name: string;
  control(control: QueueControl | undefined): void;
  /** Looks for jobs now. */
  wake(): void;
  /** Tells the database that its jobs are being worked on; aborts those that are no longer its own. */
  beat(): Promise<void>;
  /** How many jobs it is at. */
  count(): number;
  jobIds(): string[];
  /** Fetches no more and waits for what runs. */
  drain(): Promise<void>;
  /** Aborts what runs. */
  abort(reason: Error): void;
  /** Gives what has not ended to other workers, at once. */
  handBack(reason: WorkerStopped): Promise<void>;
}

const MAX_FETCH = 100;
const POLL_MS = 2_000;
const UNSETTLED_ROUNDS = 3;
/** Jobs that end together leave room for one fetch, not for one each. */
const whenFree = () => new Promise<void>((resolve) => setImmediate(resolve));
const AS_DEFINED: QueueControl = { isPaused: false, concurrency: null };

/** Works off one queue in this process. */
export function createQueueRunner(options: AttemptOptions): QueueRunner {
  const { services, boss, job } = options;
  const { name, concurrency } = job.definition;
  const attempts = createAttempts(options);
  const running = createRunning(services, boss, name);
  const poll = setInterval(wake, POLL_MS);
  let control = AS_DEFINED;
  let isStopped = false;
  let fetching: Promise<void> | null = null;
  let isWanted = false;

  /** While completions are on their way, the next jobs are fetched; but not ever more of them. */
  function free(): number {
    const limit = control.concurrency ?? concurrency;
    return Math.min(limit - running.count(), UNSETTLED_ROUNDS * limit - running.size());
  }
  const isFetchable = () => isWanted && !isStopped && !control.isPaused && free() > 0;

  function wake(): void {
    isWanted = true;
    fetching ??= whenFree()
      .then(fetchAll)
      .finally(() => {
        fetching = null;
        // Somebody woke it just as it ended.
        if (isFetchable()) wake();
      });
  }

  async function fetchAll(): Promise<void> {
    try {
      while (isFetchable()) {
        isWanted = await fetchSome(Math.min(free(), MAX_FETCH));
      }
    } catch (err) {
      isWanted = false;
      services.log.error({ err, queue: name }, "jobs not fetched");
    }
  }

  /** Whether there may be more. */
  async function fetchSome(batchSize: number): Promise<boolean> {
    isWanted = false;
    const jobs = await boss.fetch<Envelope>(name, { batchSize, includeMetadata: true });
    for (const one of jobs) running.start(one, (...given) => attempts.run(one, ...given), wake);
    return isWanted || jobs.length === batchSize;
  }

  return {
    name,
    control(next = AS_DEFINED) {
      const { isPaused, concurrency: limit } = control;
      control = next;
      if (next.isPaused !== isPaused || next.concurrency !== limit) wake();
    },
    wake,
    beat: running.beat,
    count: running.count,
    jobIds: () => running.held().map(({ attempt }) => attempt.jobId),
    async drain() {
      isStopped = true;
      clearInterval(poll);
      // What a fetch on its way brings is begun, and ends like the rest.
      await fetching;
      await running.settled();
    },
    abort: running.abort,
    async handBack(reason) {
      await Promise.all(running.held().map((begun) => attempts.handBack(begun, reason)));
    },
  };
}
