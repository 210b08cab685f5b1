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
  /**
   * The user whom it is about, as they are now, or as they were at the end; null when it is about
   * something else, or the log no longer knows.
   */
  person: Person | null;
  /** What the event has changed of that; null when it is nothing. */
  before: { department?: Side; status?: Side } | null;
}

interface Person {
  id: string;
  department: string | null;
  isTrashed: boolean;
  isGone: boolean;
}

/** As the log has it; nothing was there without the value. */
interface Side {
  before?: string;
}

/** What jobs get that an event makes. */
export interface Happening {
  name: string;
  subjectType: string;
  subjectId: string;
  entryId: string;
}
