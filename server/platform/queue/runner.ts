import { type AttemptOptions, createAttempts } from "./attempts.ts";
import type { QueueControl } from "./controls.ts";
import type { Envelope } from "./envelope.ts";
import { createRunning } from "./running.ts";

export interface QueueRunner {
  readonly name: string;
  control(control: QueueControl | undefined): void;
  /** Looks for jobs now. */
  wake(): void;
  /** Tells the database that its jobs are being worked on; aborts those that are no longer its own. */
  beat(): Promise<void>;
  /** Fetches no more and waits for what runs. */
  drain(): Promise<void>;
  /** Aborts what runs; the jobs count as failed and are run again. */
  abort(reason: Error): void;
}

const MAX_FETCH = 100;
const POLL_MS = 2_000;
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

  const free = () => (control.concurrency ?? concurrency) - running.count();
  const isFetchable = () => isWanted && !isStopped && !control.isPaused && free() > 0;

  function wake(): void {
    isWanted = true;
    fetching ??= fetchAll().finally(() => {
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
    const jobs = await boss.fetch<Envelope>(name, { batchSize });
    for (const one of jobs) running.start(one, (signal) => attempts.run(one, signal), wake);
    return isWanted || jobs.length === batchSize;
  }

  return {
    name,
    control(next = AS_DEFINED) {
      control = next;
      wake();
    },
    wake,
    beat: running.beat,
    async drain() {
      isStopped = true;
      clearInterval(poll);
      // What a fetch on its way brings is begun, and ends like the rest.
      await fetching;
      await running.settled();
    },
    abort: running.abort,
  };
}
