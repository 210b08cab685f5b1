import { max, min } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import type { StoredEvent } from "#server/platform/events/event.ts";
import { mayLearnOf } from "./policy.ts";
import type { DomainEvent } from "./schema.ts";

export type Listener = Context & { actor: UserActor };

/** Where a receiver stands. */
export interface Place {
  /** All up to here is told. */
  position: number;
  /** Of what came before, some is no longer kept, and that is yet to be told. */
  hasMissed: boolean;
}

/** @throws AppError VALIDATION for an id that was never given */
export async function findPlace(
  { db, events: bus }: Listener,
  lastEventId: string | undefined,
): Promise<Place> {
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

export function isWanted(
  actor: UserActor,
  event: StoredEvent,
  names: AuditAction[] | undefined,
): boolean {
  return (!names || names.includes(event.name as AuditAction)) && mayLearnOf(actor, event);
}

export const toEvent = ({ name, subjectType, subjectId, at }: StoredEvent): DomainEvent => ({
  name,
  subjectType,
  subjectId,
  at,
});
