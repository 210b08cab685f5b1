/** One event as it is read back, with what decides who may learn of it. */
export interface StoredEvent {
  /** Events are told in this order; it may have gaps. */
  position: number;
  name: string;
  subjectType: string;
  subjectId: string;
  /** The user who did it. */
  actorId: string | null;
  at: Date;
  /** The user whom it is about, as they are now; null when it is about something else, or they are gone. */
  person: { id: string; department: string | null; isTrashed: boolean } | null;
}

/** What jobs get that an event makes. */
export interface Happening {
  name: string;
  subjectType: string;
  subjectId: string;
  entryId: string;
}
