/** Values of a subscription that know how far they have come: whoever is cut off goes on from there. */
export interface Placed {
  /** The id up to which all is told; none while something is told that stands for others. */
  standsAt(): string | undefined;
  /** Told first to a client that learns an id only by a value; none when it came with one. */
  opening?: unknown;
}

export function placeOf(values: AsyncIterable<unknown>): Partial<Placed> {
  return values as Partial<Placed>;
}
