import { max, min } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { StoredEvent } from "#server/platform/events/event.ts";
import { changesRights, mayLearnOf } from "./policy.ts";
import {
  type DomainEvent,
  type LatestEvents,
  type LatestInput,
  MISSED,
  type SubscribeInput,
  type Told,
} from "./schema.ts";

type Listener = Context & { actor: UserActor };

/** What is told, and the id to come back with. */
export interface Telling {
  id: string;
  told: Told;
}

/** How long a receiver is taken at its word before it has to come back and be looked at anew. */
const LONGEST_MS = 4 * 60_000;
const LOOK_MS = 5_000;
const MAX_STREAMS_PER_USER = 20;
const MAX_LATEST = 200;

/**
 * A stream of what the receiver may learn of, in order, each once: first what came after the id that
 * they have seen, then what happens. It ends when their session or rights may have changed, and after
 * four minutes; whoever comes back with the last id misses nothing.
 * @throws AppError VALIDATION for an id that was never given, RATE_LIMITED for too many streams
 */
export async function followEvents(
  ctx: Listener,
  { lastEventId, names }: SubscribeInput,
  signal: AbortSignal | undefined,
): Promise<AsyncIterable<Telling>> {
  const start = await findStart(ctx, lastEventId);
  if (ctx.events.streams.countOf(ctx.actor.userId) >= MAX_STREAMS_PER_USER) {
    throw new AppError("RATE_LIMITED", "You follow events in too many places at once.", {
      retryAfterSeconds: 30,
    });
  }
  return stream(ctx, { ...start, names, signal: signal ?? new AbortController().signal });
}

interface Following {
  /** The last event that the receiver has seen. */
  position: number;
  hasMissed: boolean;
  names: AuditAction[] | undefined;
  signal: AbortSignal;
}

async function* stream(ctx: Listener, following: Following): AsyncGenerator<Telling> {
  const leave = ctx.events.streams.enter(ctx.actor.userId);
  try {
    if (following.hasMissed) yield { id: String(following.position), told: MISSED };
    const rightsAsOf = ctx.rightsAsOf ?? ctx.events.head();
    for await (const event of eventsAfter(ctx, following, rightsAsOf)) {
      const isNew = event.position > following.position;
      if (isNew && isWanted(ctx.actor, event, following.names)) {
        ctx.events.streams.count();
        yield { id: String(event.position), told: toEvent(event) };
      }
      if (event.position > rightsAsOf && changesRights(ctx.actor, event)) return;
    }
  } finally {
    leave();
  }
}

/**
 * Whatever happens, until the receiver goes, the process stops, or it has lasted long enough. What came
 * since their rights were read is looked at as well, seen or not: it may have changed them.
 */
async function* eventsAfter(
  { events: bus }: Listener,
  { position: start, signal }: Following,
  rightsAsOf: number,
): AsyncGenerator<StoredEvent> {
  const endsAt = performance.now() + LONGEST_MS;
  let position = Math.min(start, rightsAsOf);
  while (!signal.aborted && !bus.isStopped() && performance.now() < endsAt) {
    const batch = await bus.readAfter(position);
    yield* batch;
    position = batch.at(-1)?.position ?? position;
    if (batch.length === 0) await bus.waitBeyond(position, { signal, timeoutMs: LOOK_MS });
  }
}

/** For those who cannot hold a stream: waits for the first event, and gives what there is. @throws as the stream does */
export async function readLatest(
  ctx: Listener,
  { lastEventId, names, waitSeconds }: LatestInput,
): Promise<LatestEvents> {
  const { position: start, hasMissed } = await findStart(ctx, lastEventId);
  const found: LatestEvents["events"] = [];
  const endsAt = performance.now() + waitSeconds * 1000;
  let position = start;
  do {
    const batch = (await ctx.events.readAfter(position)).slice(0, MAX_LATEST);
    for (const event of batch) {
      position = event.position;
      if (isWanted(ctx.actor, event, names))
        found.push({ id: String(position), ...toEvent(event) });
    }
    const timeoutMs = endsAt - performance.now();
    if (batch.length > 0 || timeoutMs <= 0) continue;
    const { signal } = new AbortController();
    await ctx.events.waitBeyond(position, { signal, timeoutMs });
  } while (
    found.length === 0 &&
    !hasMissed &&
    performance.now() < endsAt &&
    !ctx.events.isStopped()
  );
  return { events: found, lastEventId: String(position), hasMissed };
}

async function findStart(
  { db, events: bus }: Listener,
  lastEventId: string | undefined,
): Promise<{ position: number; hasMissed: boolean }> {
  const head = bus.head();
  if (lastEventId === undefined) return { position: head, hasMissed: false };
  const position = Number(lastEventId);
  const [kept] = await db
    .select({ oldest: min(events.position), newest: max(events.position) })
    .from(events);
  // Another process may have told of what this one has yet to hear.
  if (position > Math.max(head, kept?.newest ?? 0)) {
    throw fieldError("lastEventId", "unknown", "No event has had this id yet.");
  }
  const isKept = position >= (kept?.oldest ?? head) - 1;
  return isKept ? { position, hasMissed: false } : { position: head, hasMissed: true };
}

function isWanted(actor: UserActor, event: StoredEvent, names: AuditAction[] | undefined): boolean {
  return (!names || names.includes(event.name as AuditAction)) && mayLearnOf(actor, event);
}

const toEvent = ({ name, subjectType, subjectId, at }: StoredEvent): DomainEvent => ({
  name: name as AuditAction,
  subjectType,
  subjectId,
  at,
});
