import { AppError } from "./errors.ts";

interface Limits {
  running: number;
  waiting: number;
  /** Said to whoever finds too many waiting. */
  refusal: string;
}

/** Lets so many pieces of work run at once and so many wait; more are refused at once. */
export function createSemaphore(limits: Limits) {
  const queue: (() => void)[] = [];
  let running = 0;

  async function acquire(): Promise<void> {
    if (running < limits.running) {
      running += 1;
      return;
    }
    if (queue.length >= limits.waiting) {
      throw new AppError("UNAVAILABLE", limits.refusal, { retryAfterSeconds: 5 });
    }
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  function release(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    await acquire();
    try {
      return await work();
    } finally {
      release();
    }
  };
}
