import { z } from "zod";
import { AUDIT_ACTIONS, type AuditAction } from "#server/domains/audit/catalog.ts";

const EventName = z.enum(Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]]);

/** Where a receiver stands: the id of the last event that it has seen. */
const EventId = z.string().regex(/^\d{1,15}$/, "Not the id of an event");

export const SubscribeInput = z.strictObject({
  /** Goes on after this one; from now on without it. */
  lastEventId: EventId.optional(),
  /** Only these; all that one may learn of without it. */
  names: z.array(EventName).min(1).max(100).optional(),
});
export type SubscribeInput = z.infer<typeof SubscribeInput>;

/** What has happened; what it is about is read by its own procedure. */
export const DomainEvent = z.strictObject({
  /** One that is asked for is known; a newer process may tell of more. */
  name: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  at: z.date(),
});
export type DomainEvent = z.infer<typeof DomainEvent>;

/**
 * Told in place of events that are no longer kept, and over WebSocket to whoever begins without an id,
 * with the id where they begin: whoever gets it reads anew what they show.
 */
export const MISSED = "missed";
export type Told = DomainEvent | typeof MISSED;

export const LatestInput = SubscribeInput.extend({
  lastEventId: EventId,
  /** How long to wait for the first, in seconds; less where a procedure has less time. */
  waitSeconds: z.number().min(0).max(20).default(15),
});
export type LatestInput = z.infer<typeof LatestInput>;

export const LatestEvents = z.strictObject({
  events: z.array(DomainEvent.extend({ id: EventId })),
  /** Ask again with this one. */
  lastEventId: EventId,
  /** Some were no longer kept: read anew what you show. */
  hasMissed: z.boolean(),
});
export type LatestEvents = z.infer<typeof LatestEvents>;
