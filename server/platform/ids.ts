import { v7 } from "uuid";

/** A new UUIDv7: sortable by the millisecond it was made in. */
export const newId = (options?: { msecs: number }): string => v7(options);
