import { createAlarm } from "#components/live/alarm.ts";
import { MISSED } from "#components/live/areas.ts";
import { followEvents, type Liveness } from "#components/live/follow-events.ts";
import { openTabChannel, type TabMessage } from "#components/live/tab-channel.ts";
import { createTurns } from "#components/live/turns.ts";

const BEAT_MS = 10_000;
/** Longer than a tab that leads is silent, and not the same in all that wait. */
const patienceMs = () => 30_000 + Math.random() * 15_000;

interface Sharing {
  userId: string;
  signal: AbortSignal;
  /** With the kind of thing that something has happened to, or `missed`. */
  hear: (subject: string) => void;
  setLiveness: (liveness: Liveness) => void;
}

/**
 * Follows what happens with one stream for all tabs of a browser, which holds only six connections to
 * a server without HTTP/2. The tab that leads tells the others, and one of them goes on where it ends.
 */
export function shareEvents(sharing: Sharing): void {
  const { userId, signal } = sharing;
  const name = `binnacle.live.${userId}`;
  const place: { lastEventId?: string } = {};
  let liveness: Liveness = "away";
  let role: "waiting" | "leading" | "led" = "waiting";
  const turns = createTurns({ name, signal, lead });
  const silence = createAlarm(turns.take, patienceMs());
  const tell = openTabChannel({ name, signal, onMessage });

  const tellState = () => tell({ kind: "state", liveness, ...(liveness === "live" && place) });

  function setLiveness(next: Liveness) {
    liveness = next;
    sharing.setLiveness(next);
    if (role === "leading") tellState();
  }

  function hear(subject: string) {
    sharing.hear(subject);
    if (role === "leading") tell({ kind: "heard", subject, ...place });
  }

  async function lead(turn: AbortSignal) {
    role = "leading";
    silence.clear();
    const beat = setInterval(tellState, BEAT_MS);
    await followEvents({ userId, place, signal: turn, hear, setLiveness });
    clearInterval(beat);
    role = "waiting";
  }

  function beLed(message: Exclude<TabMessage, { kind: "hello" }>) {
    silence.set();
    place.lastEventId = message.lastEventId ?? place.lastEventId;
    // What was read before the first word may have changed since.
    if (role === "waiting") hear(MISSED);
    role = "led";
    if (message.kind === "heard") hear(message.subject);
    else setLiveness(message.liveness);
  }

  function onMessage(message: TabMessage) {
    if (message.kind !== "hello") return role === "leading" ? undefined : beLed(message);
    if (role === "leading") tellState();
  }

  signal.addEventListener("abort", silence.clear);
  silence.set();
  tell({ kind: "hello" });
  turns.queue();
}
