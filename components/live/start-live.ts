import type { QueryClient } from "@tanstack/react-query";
import { areasOf, EVERYTHING } from "#components/live/areas.ts";
import type { Liveness } from "#components/live/follow-events.ts";
import { createRefresher } from "#components/live/refresher.ts";
import { shareEvents } from "#components/live/share-events.ts";

/** Not said of a stream that comes back at once, as it does every few minutes. */
const SAY_AFTER_MS = 10_000;
const POLL_MS = 30_000;

interface Live {
  queryClient: QueryClient;
  userId: string;
  /** Whether the viewer may follow what happens at all. */
  mayFollow: boolean;
  onAway: (isAway: boolean) => void;
  /** Reads the page itself anew, with what it offers. */
  readPage: () => void;
}

/** Keeps what is shown as it is on the server; by polls, as long as there is no stream. */
export function startLive({ queryClient, userId, mayFollow, onAway, readPage }: Live): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const refresher = createRefresher({ queryClient, signal, readPage });
  let shown: Liveness | undefined;
  let saying: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;

  function rest() {
    clearTimeout(saying);
    clearInterval(polling);
  }

  function setLiveness(liveness: Liveness) {
    if (liveness === shown) return;
    shown = liveness;
    rest();
    if (liveness !== "live") polling = setInterval(() => refresher.note([EVERYTHING]), POLL_MS);
    if (liveness === "away") saying = setTimeout(() => onAway(true), SAY_AFTER_MS);
    else onAway(false);
  }

  const hear = (subject: string) => refresher.note(areasOf(subject));
  signal.addEventListener("abort", rest);
  setLiveness(mayFollow ? "away" : "off");
  if (mayFollow) shareEvents({ userId, signal, hear, setLiveness });
  return () => stopping.abort();
}
