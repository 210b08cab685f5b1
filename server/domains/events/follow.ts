import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { AppError } from "#server/platform/errors.ts";
import type { StoredEvent } from "#server/platform/events/event.ts";
import { MISSED, type SubscribeInput, type Told } from "./schema.ts";
import { findPlace, isWanted, type Listener, type Place, toEvent } from "./telling.ts";
import { createWatch, type Watch } from "./watch.ts";

/** What is told, and the id to come back with. */
export interface Telling {
  id: string;
  told: Told;
}

/** A stream, and how far it has come: further than the last that was told, for who may learn of little. */
export interface Followed {
  tellings: AsyncIterable<Telling>;
  standsAt(): string | undefined;
  /** Where it begins, for who came without an id; what was before they do not know. */
  opening?: Telling;
}

const LOOK_MS = 5_000;
const MAX_STREAMS_PER_USER = 20;

/**
 * A stream of what the receiver may learn of, in order, each once: first what came after the id that
 * they have seen, then what happens. It ends when their session or rights may have changed, and after
 * four minutes; whoever comes back with the last id misses nothing.
 * @throws AppError VALIDATION for an id that was never given, RATE_LIMITED for too many streams
 */
export async function followEvents(
  ctx: Listener,
  { lastEventId, names }: SubscribeInput,
  signal: AbortSignal = new AbortController().signal,
): Promise<Followed> {
  const place = await findPlace(ctx, lastEventId);
  const leave = enter(ctx, signal);
  const standsAt = () => (place.hasMissed ? undefined : String(place.position));
  const watch = createWatch(ctx, signal);
  const tellings = tell(ctx, { place, names, signal, watch, leave });
  if (lastEventId !== undefined) return { tellings, standsAt };
  return { tellings, standsAt, opening: { id: String(place.position), told: MISSED } };
}

/** Counted from the moment that it is allowed; one that nobody begins to read leaves with its caller. */
function enter({ actor, events: { streams } }: Listener, signal: AbortSignal): () => void {
  if (streams.countOf(actor.userId) >= MAX_STREAMS_PER_USER) {
    throw new AppError("RATE_LIMITED", "You follow events in too many places at once.", {
      retryAfterSeconds: 30,
    });
  }
  const leave = streams.enter(actor.userId);
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return leave;
}

interface Following {
  place: Place;
  names: AuditAction[] | undefined;
  signal: AbortSignal;
  watch: Watch;
  leave: () => void;
}

async function* tell(ctx: Listener, following: Following): AsyncGenerator<Telling> {
  const { place, names, leave } = following;
  try {
    if (place.hasMissed) yield { id: String(place.position), told: MISSED };
    place.hasMissed = false;
    for await (const event of eventsAfter(ctx, following)) {
      if (!isWanted(ctx.actor, event, names)) continue;
      ctx.events.streams.count();
      yield { id: String(event.position), told: toEvent(event) };
    }
  } finally {
    leave();
  }
}

/** The place moves when the next is asked for: only then the one before has been handed on. */
async function* eventsAfter(
  { events: bus }: Listener,
  { place, signal, watch }: Following,
): AsyncGenerator<StoredEvent> {
  while (!(await watch.isOver(place.position))) {
    const batch = await bus.readAfter(place.position);
    for (const event of batch) {
      if (await watch.isOver(place.position)) return;
      yield event;
      place.position = event.position;
    }
    if (batch.length === 0) await bus.waitBeyond(place.position, { signal, timeoutMs: LOOK_MS });
  }
}
