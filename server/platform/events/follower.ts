import { withDeadline } from "../deadline.ts";
import { AppError } from "../errors.ts";
import type { EventSource } from "./bus.ts";
import type { StoredEvent } from "./event.ts";
import { createRecent } from "./recent.ts";

const PAGE = 500;

interface Options {
  source: Pick<EventSource, "readAfter" | "readHead">;
  /** A connection that says nothing fails its read, and not all that follow. */
  deadlineMs: number;
  /** There is something new, or all is. */
  onNew(): void;
}

export type Follower = ReturnType<typeof createFollower>;

/** Reads what is new, one read at a time, each from where the last one ended. */
export function createFollower({ source, deadlineMs, onNew }: Options) {
  let recent = createRecent(0);
  let [received, timeline] = [0, 0];
  let reading: Promise<unknown> = Promise.resolve();
  let next: Promise<number> | undefined;

  const inTime = <T>(work: Promise<T>) => withDeadline(work, deadlineMs, createUnanswered);
  const readPage = (position: number) => inTime(source.readAfter(position, PAGE));

  async function readNew(): Promise<number> {
    next = undefined;
    for (let count = 0; ; ) {
      const events = await readPage(recent.head());
      recent.add(events);
      count += events.length;
      received += events.length;
      if (events.length > 0) onNew();
      if (events.length < PAGE) return count;
    }
  }

  return {
    async begin(): Promise<void> {
      recent = createRecent(await inTime(source.readHead()));
    },
    head: () => recent.head(),
    received: () => received,
    timeline: () => timeline,
    /** Whoever asks while a read waits for its turn is answered by that one. @returns how many were new */
    catchUp(): Promise<number> {
      if (next) return next;
      next = reading.then(readNew);
      reading = next.catch(() => undefined);
      return next;
    },
    /** A database that was put back to an earlier day gives the same positions to other events. */
    async startOverIfRestored(): Promise<boolean> {
      const known = recent.head();
      const head = await inTime(source.readHead());
      if (head >= known) return false;
      recent = createRecent(head);
      timeline += 1;
      onNew();
      return true;
    },
    readAfter: async (position: number): Promise<readonly StoredEvent[]> =>
      recent.after(position, PAGE) ?? readPage(position),
    settled: () => reading,
  };
}

export function createUnanswered(): AppError {
  return new AppError("UNAVAILABLE", "The database did not answer in time.", {
    retryAfterSeconds: 2,
  });
}
