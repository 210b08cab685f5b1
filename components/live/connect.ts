import { identityHeaders } from "#components/impersonation/shown-identity.ts";
import { createAlarm } from "#components/live/alarm.ts";
import { type Frame, readFrames } from "#components/live/frames.ts";

const ADDRESS = `/api/trpc/events.subscribe?input=${encodeURIComponent('{"json":{}}')}`;
/** The server says something every ten seconds, if only that it is there. */
const SILENCE_MS = 25_000;

/** As the server meant it, refused without a session, to whoever asks, for its id, or cut off. */
type Ending = "ended" | "signed-out" | "forbidden" | "unknown-id" | "broken";

interface Connection {
  lastEventId: string | undefined;
  signal: AbortSignal;
  onFrame: (frame: Frame) => void;
}

/**
 * One stream from its beginning to its end. `EventSource` would hide why it was refused: a session
 * that is over must not be asked for again and again.
 */
export async function connect({ lastEventId, signal, onFrame }: Connection): Promise<Ending> {
  const cutting = new AbortController();
  const cut = () => cutting.abort();
  const silence = createAlarm(cut, SILENCE_MS);
  silence.set();
  signal.addEventListener("abort", cut, { signal: cutting.signal });
  // What was connected over another network may be dead without a sign.
  for (const change of ["online", "offline"])
    window.addEventListener(change, cut, { signal: cutting.signal });
  try {
    const response = await fetch(ADDRESS, {
      headers: { ...identityHeaders(), ...(lastEventId && { "last-event-id": lastEventId }) },
      cache: "no-store",
      signal: cutting.signal,
    });
    if (!response.ok || !response.body) return refusal(response.status, lastEventId);
    for await (const frame of readFrames(response.body)) {
      silence.set();
      onFrame(frame);
    }
    return "ended";
  } catch {
    return "broken";
  } finally {
    silence.clear();
    cut();
  }
}

function refusal(status: number, lastEventId: string | undefined): Ending {
  if (status === 401) return "signed-out";
  if (status === 403) return "forbidden";
  return status === 422 && lastEventId !== undefined ? "unknown-id" : "broken";
}
