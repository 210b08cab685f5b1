import type { PrimaryPosition } from "./positions.ts";

const REMEMBERED = 600;

/** Where the primary was, and when. */
export interface WalHistory {
  add(position: PrimaryPosition): void;
  newest(): PrimaryPosition | undefined;
  /** The last time whose changes are all within `replayed`; undefined when that is longer ago than remembered. */
  coveredAt(replayed: bigint): number | undefined;
}

/**
 * A replica is as old as the newest position of the primary that it has replayed. Its own clock and the
 * time of its last transaction do not tell: on an idle primary that time grows old without any lag.
 */
export function createWalHistory(): WalHistory {
  const positions: PrimaryPosition[] = [];
  return {
    add(position) {
      if (positions.push(position) > REMEMBERED) positions.shift();
    },
    newest: () => positions.at(-1),
    coveredAt: (replayed) => positions.findLast(({ written }) => written <= replayed)?.askedAt,
  };
}
