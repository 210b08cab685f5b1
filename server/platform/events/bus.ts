import { setTimeout as sleep } from "node:timers/promises";
import type { Listener } from "#db/client.ts";
import type { Services } from "../context.ts";
import { withDeadline } from "../deadline.ts";
import { createAgain } from "./again.ts";
import type { StoredEvent } from "./event.ts";
import { createFollower, createUnanswered } from "./follower.ts";
import { createLookout } from "./lookout.ts";
import { createStreams, type Streams } from "./streams.ts";
import { createWaiting } from "./waiting.ts";

/** Where events come from. */
export interface EventSource {
  /** Gives what is committed its place in the order, and tells every process. @returns whether more may be left */
  publish(): Promise<boolean>;
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
  /** Another one than before when the order itself is another: after a restoration, receivers come back. */
  timeline(): number;
  streams: Streams;
  /** How events came here. */
  describe(): { received: number; bridged: number; isListening: boolean };
  stop(): Promise<void>;
}

interface Options {
  source: EventSource;
  listener: Listener;
  log: Services["log"];
  pollMs?: number;
  deadlineMs?: number;
}

export const EVENT_CHANNEL = "binnacle_events";
/** A notification that is lost delays an event by this much. */
const POLL_MS = 1_000;
/** What commits so soon after the last publication is published together; one alone does not wait. */
const GATHER_MS = 60;
const PATIENCE_MS = 1_000;
/** So long may one statement of ours take: over a connection that is dead without a sign, none ends. */
const DEADLINE_MS = 10_000;

/**
 * Publishes what this process has committed, and follows what all have. `LISTEN` brings news within
 * milliseconds; a poll bridges every notification that is lost, and publishes what a process left
 * behind that was killed after its commit.
 */
export function createEventBus(options: Options): EventBus {
  const { source, listener, log, pollMs = POLL_MS, deadlineMs = DEADLINE_MS } = options;
  const waiting = createWaiting();
  const follower = createFollower({ source, deadlineMs, onNew: waiting.wakeAll });
  const lookout = createLookout(follower, listener.reconnect);
  const publisher = createAgain(() => attempt(publish), GATHER_MS);
  const reader = createAgain(() => attempt(follower.catchUp), 0);
  const looker = createAgain(look, 0);
  let state: "new" | "running" | "stopped" = "new";
  let poll: NodeJS.Timeout | undefined;
  let stopListening: () => Promise<void> = async () => undefined;

  const publishSome = () => withDeadline(source.publish(), deadlineMs, createUnanswered);

  async function publish(): Promise<void> {
    while ((await publishSome()) && state === "running");
    await follower.catchUp();
  }

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (err) {
      if (state === "running") log.warn({ err }, "events not followed; they will be");
    }
  }

  function kick(): void {
    if (state === "running") publisher.ask();
  }

  async function look(): Promise<void> {
    await attempt(lookout.look);
    kick();
  }

  function onNotice(position: string): void {
    lookout.hear(Number(position));
    if (Number(position) > follower.head()) reader.ask();
  }

  async function beginListening(): Promise<void> {
    await attempt(lookout.begin);
    kick();
  }

  async function listen(): Promise<void> {
    const listening = await listener.sql.listen(EVENT_CHANNEL, onNotice, beginListening);
    // A connection that is lost at the end does not listen either.
    const unlisten = () => listening.unlisten().catch(() => undefined);
    stopListening = () => Promise.race([unlisten(), sleep(PATIENCE_MS, undefined, { ref: false })]);
  }

  return {
    kick,
    streams: createStreams(),
    head: follower.head,
    isStopped: () => state === "stopped",
    timeline: follower.timeline,
    describe: () => ({ ...lookout.describe(), received: follower.received() }),
    readAfter: follower.readAfter,
    async start() {
      await follower.begin();
      state = "running";
      await listen();
      poll = setInterval(looker.ask, pollMs);
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
      await Promise.all([publisher, reader, looker].map((each) => each.stop()));
      await follower.settled();
    },
  };
}
