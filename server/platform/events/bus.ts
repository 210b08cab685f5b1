import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "../context.ts";
import { createAgain } from "./again.ts";
import type { StoredEvent } from "./event.ts";
import { createRecent } from "./recent.ts";
import { createStreams, type Streams } from "./streams.ts";
import { createWaiting } from "./waiting.ts";

/** Where events come from. */
export interface EventSource {
  /** Gives what is committed its place in the order, and tells every process. */
  publish(): Promise<void>;
  readAfter(position: number, limit: number): Promise<StoredEvent[]>;
  /** The position of the newest event; 0 without any. */
  readHead(): Promise<number>;
}

/** The events of all processes, as this one follows them. */
export interface EventBus {
  /** Something was committed here. Without effect until the bus has started. */
  kick(): void;
  start(): Promise<void>;
  /** The newest position that this process knows. */
  head(): number;
  /** What follows, from memory or from the database. */
  readAfter(position: number): Promise<readonly StoredEvent[]>;
  /** Resolves when there is something after the position, when the time is over, or at the end. */
  waitBeyond(position: number, options: { signal: AbortSignal; timeoutMs: number }): Promise<void>;
  /** Whether it has been stopped: receivers go elsewhere. */
  isStopped(): boolean;
  streams: Streams;
  /** How events came here. */
  describe(): { received: number; bridged: number; isListening: boolean };
  stop(): Promise<void>;
}

interface Options {
  source: EventSource;
  services: Pick<Services, "raw" | "log">;
}

export const EVENT_CHANNEL = "binnacle_events";
/** A notification that is lost delays an event by this much. */
const POLL_MS = 1_000;
/** What commits meanwhile is published together. */
const GATHER_MS = 15;
const PAGE = 500;
const PATIENCE_MS = 1_000;

/**
 * Publishes what this process has committed, and follows what all have. `LISTEN` brings news within
 * milliseconds; a poll bridges every notification that is lost, and publishes what a process left
 * behind that was killed after its commit.
 */
export function createEventBus({ source, services: { raw, log } }: Options): EventBus {
  const waiting = createWaiting();
  const follower = createFollower(source, waiting.wakeAll);
  const publisher = createAgain(() => attempt(publish), GATHER_MS);
  const counts = { bridged: 0, isListening: false };
  let state: "new" | "running" | "stopped" = "new";
  let poll: NodeJS.Timeout | undefined;
  let stopListening: () => Promise<void> = async () => undefined;

  async function publish(): Promise<void> {
    await source.publish();
    await follower.catchUp();
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      if (state === "running") log.warn({ err }, "events not followed; they will be");
    }
  }

  function kick(): void {
    if (state === "running") publisher.ask();
  }

  /** What it finds, no notification has told. */
  async function look(): Promise<void> {
    await attempt(async () => {
      counts.bridged += await follower.catchUp();
    });
    kick();
  }

  function onNotice(position: string): void {
    if (Number(position) <= follower.head()) return;
    void attempt(async () => void (await follower.catchUp()));
  }

  async function listen(): Promise<void> {
    const listening = await raw.listen(EVENT_CHANNEL, onNotice, () => {
      counts.isListening = true;
      void look();
    });
    stopListening = () =>
      Promise.race([listening.unlisten(), sleep(PATIENCE_MS, undefined, { ref: false })]);
  }

  return {
    kick,
    streams: createStreams(),
    head: follower.head,
    isStopped: () => state === "stopped",
    describe: () => ({ ...counts, received: follower.received() }),
    readAfter: follower.readAfter,
    async start() {
      await follower.begin();
      state = "running";
      await listen();
      poll = setInterval(() => void look(), POLL_MS);
    },
    async waitBeyond(position, options) {
      if (follower.head() > position || state === "stopped" || options.signal.aborted) return;
      await waiting.join(options);
    },
    async stop() {
      if (state === "stopped") return;
      state = "stopped";
      clearInterval(poll);
      waiting.wakeAll();
      await stopListening();
      await publisher.stop();
      await follower.settled();
    },
  };
}

/** Reads what is new, one read at a time, each from where the last one ended. */
function createFollower(source: EventSource, onNew: () => void) {
  let recent = createRecent(0);
  let received = 0;
  let reading: Promise<unknown> = Promise.resolve();

  async function readNew(): Promise<number> {
    for (let count = 0; ; ) {
      const events = await source.readAfter(recent.head(), PAGE);
      recent.add(events);
      count += events.length;
      received += events.length;
      if (events.length > 0) onNew();
      if (events.length < PAGE) return count;
    }
  }

  return {
    async begin() {
      recent = createRecent(await source.readHead());
    },
    head: () => recent.head(),
    received: () => received,
    /** @returns how many were new */
    catchUp(): Promise<number> {
      const read = reading.then(readNew);
      reading = read.catch(() => undefined);
      return read;
    },
    readAfter: async (position: number) =>
      recent.after(position, PAGE) ?? source.readAfter(position, PAGE),
    settled: () => reading,
  };
}
