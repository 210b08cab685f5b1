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
  let isFetching = false;
  let isWanted = false;

  const free = () => (control.concurrency ?? concurrency) - running.count();
  const isFetchable = () => isWanted && !isStopped && !control.isPaused && free() > 0;

  function wake(): void {
    isWanted = true;
    if (!isFetching) void fetchAll();
  }

  async function fetchAll(): Promise<void> {
    isFetching = true;
    try {
      while (isFetchable()) {
        isWanted = await fetchSome(Math.min(free(), MAX_FETCH));
      }
    } catch (err) {
      services.log.error({ err, queue: name }, "jobs not fetched");
    } finally {
      isFetching = false;
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
      await running.settled();
    },
    abort: running.abort,
  };
}
