import type { LatestEvents, LatestInput } from "./schema.ts";
import { findPlace, isWanted, type Listener, type Place, toEvent } from "./telling.ts";
import { createWatch, type Watch } from "./watch.ts";

const MAX_LATEST = 200;
/** What is left of the time for a procedure to answer when the wait is over. */
const ANSWER_SECONDS = 1;

/**
 * For those who cannot hold a stream: waits for the first event, and gives what there is. The wait ends
 * as a stream does, and before the time is over that a procedure has.
 * @throws AppError VALIDATION for an id that was never given
 */
export async function readLatest(
  ctx: Listener,
  { lastEventId, names, waitSeconds }: LatestInput,
  signal: AbortSignal = new AbortController().signal,
): Promise<LatestEvents> {
  const longestSeconds = Math.max(0, ctx.config.procedureTimeoutSeconds - ANSWER_SECONDS);
  const endsAt = performance.now() + Math.min(waitSeconds, longestSeconds) * 1000;
  const place = await findPlace(ctx, lastEventId);
  const watch = createWatch(ctx, signal);
  let events: LatestEvents["events"] = [];
  while (!(await watch.isOver(place.position))) {
    const { position } = place;
    events = await takeBatch(ctx, { place, names, watch });
    const timeoutMs = endsAt - performance.now();
    if (events.length > 0 || place.hasMissed || timeoutMs <= 0) break;
    if (place.position === position) await ctx.events.waitBeyond(position, { signal, timeoutMs });
  }
  return { events, lastEventId: String(place.position), hasMissed: place.hasMissed };
}

interface Taking {
  place: Place;
  names: LatestInput["names"];
  watch: Watch;
}

/** What may be told of the next events; the place moves beyond the others as well. */
async function takeBatch(ctx: Listener, { place, names, watch }: Taking) {
  const found: LatestEvents["events"] = [];
  const batch = await ctx.events.readAfter(place.position);
  for (const event of batch.slice(0, MAX_LATEST)) {
    if (await watch.isOver(place.position)) break;
    place.position = event.position;
    if (isWanted(ctx.actor, event, names)) {
      found.push({ id: String(event.position), ...toEvent(event) });
    }
  }
  return found;
}
