import { withDeadline } from "#server/platform/deadline.ts";
import { AppError } from "./errors.ts";

interface BatcherOptions<Key, Value> {
  maxSize: number;
  /** A load that takes longer fails its requests, so that one lost connection cannot hold up all that follow. */
  deadlineMs: number;
  load(keys: Key[]): Promise<ReadonlyMap<Key, Value>>;
}

interface Waiting<Value> {
  resolve(value: Value | undefined): void;
  reject(error: unknown): void;
}

/** With one load at a time processors idle; with many, each is small and costs as much as a large one. */
const MAX_LOADS = 3;

/**
 * Joins requests into batches: few loads run at a time, and what arrives meanwhile waits for the
 * next. A request is never answered by a load that began before it.
 */
export function createBatcher<Key, Value>(options: BatcherOptions<Key, Value>) {
  let waiting = new Map<Key, Waiting<Value>[]>();
  let running = 0;
  let isStarting = false;

  function get(key: Key): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const others = waiting.get(key);
      if (others) others.push({ resolve, reject });
      else waiting.set(key, [{ resolve, reject }]);
      if (isStarting || running >= MAX_LOADS) return;
      isStarting = true;
      setImmediate(() => void run());
    });
  }

  async function run(): Promise<void> {
    isStarting = false;
    running += 1;
    while (waiting.size > 0) await settle(takeBatch());
    running -= 1;
  }

  function takeBatch(): Map<Key, Waiting<Value>[]> {
    if (waiting.size <= options.maxSize) {
      const batch = waiting;
      waiting = new Map();
      return batch;
    }
    const batch = new Map([...waiting].slice(0, options.maxSize));
    for (const key of batch.keys()) waiting.delete(key);
    return batch;
  }

  async function settle(batch: Map<Key, Waiting<Value>[]>): Promise<void> {
    try {
      const work = options.load([...batch.keys()]);
      const found = await withDeadline(work, options.deadlineMs, unanswered);
      for (const [key, requests] of batch) {
        for (const request of requests) request.resolve(found.get(key));
      }
    } catch (error) {
      for (const request of [...batch.values()].flat()) request.reject(error);
    }
  }

  return { get };
}

function unanswered(): AppError {
  return new AppError("UNAVAILABLE", "The database did not answer in time.", {
    retryAfterSeconds: 2,
  });
}
