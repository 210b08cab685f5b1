import { z } from "zod";
import { MISSED, SELF } from "#components/live/areas.ts";
import { connect } from "#components/live/connect.ts";
import type { Frame } from "#components/live/frames.ts";
import { pause } from "#components/live/pause.ts";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** As superjson writes it; what an event is about is enough. */
const Message = z.object({
  json: z.union([z.literal(MISSED), z.object({ subjectType: z.string(), subjectId: z.string() })]),
});

/** `off`: to whoever sits there, the server gives no stream. */
export type Liveness = "live" | "away" | "off";

/** Where one stands in the order of events. */
interface Place {
  lastEventId?: string;
}

interface Following {
  /**
   * Who follows. What is about them ends the stream and is told once the server takes them back; with
   * rights that were read since, the stream goes on, and its next ping says so.
   */
  userId: string;
  place: Place;
  signal: AbortSignal;
  /** With the kind of thing that something has happened to, `self` for the viewer, or `missed`. */
  hear: (subject: string) => void;
  /** Also says again what it has said, as a sign of life. */
  setLiveness: (liveness: Liveness) => void;
}

/** Follows what happens, from one stream to the next, until the signal or the end of the session. */
export async function followEvents(following: Following): Promise<void> {
  const { place, signal, hear, setLiveness } = following;
  let failures = 0;
  const receive = createReceiver({
    ...following,
    setLiveness(liveness) {
      failures = 0;
      setLiveness(liveness);
    },
  });
  while (!signal.aborted) {
    const { lastEventId } = place;
    const ending = await connect({ lastEventId, signal, onFrame: receive });
    if (signal.aborted) return;
    // Whoever may no longer follow what happens may have lost other things as well.
    if (ending === "forbidden") hear(SELF);
    if (ending === "signed-out" || ending === "forbidden") return setLiveness("off");
    if (ending === "unknown-id") place.lastEventId = undefined;
    setLiveness("away");
    failures = ending === "broken" ? failures + 1 : 0;
    await pauseAfter(failures, signal);
  }
}

function createReceiver({ userId, place, hear, setLiveness }: Following) {
  let held: string[] = [];

  function begin() {
    // Nobody knows what has happened before a stream without a place to go on from.
    if (place.lastEventId === undefined) held = [MISSED];
    live();
  }

  /** Whoever is taken back, or kept after what is about them, is who they were. */
  function live() {
    for (const subject of held) hear(subject);
    held = [];
    setLiveness("live");
  }

  function tell(data: string) {
    const message = parse(data);
    if (!message) return;
    if (message === MISSED) hear(MISSED);
    else if (message.subjectType === "user" && message.subjectId === userId) held.push(SELF);
    else hear(message.subjectType);
  }

  return ({ event, id, data }: Frame) => {
    if (event === "connected") begin();
    if (id !== undefined) place.lastEventId = id;
    if (event === "ping") live();
    if (event === "message") tell(data);
  };
}

function parse(data: string) {
  try {
    return Message.safeParse(JSON.parse(data)).data?.json;
  } catch {
    return undefined;
  }
}

/** Spread out, so that not everybody comes back at the same moment; at once when there is a network again. */
async function pauseAfter(failures: number, signal: AbortSignal): Promise<void> {
  const waking = new AbortController();
  const wake = () => waking.abort();
  window.addEventListener("online", wake, { signal: waking.signal });
  signal.addEventListener("abort", wake, { signal: waking.signal });
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
  await pause(longest * (0.5 + Math.random() / 2), waking.signal);
  wake();
}
