import type { StoredEvent } from "./event.ts";

const MAX_KEPT = 2_000;

/** The newest events of this process, so that a thousand receivers cost one read. */
export function createRecent(startsAfter: number) {
  let kept: StoredEvent[] = [];
  let floor = startsAfter;

  function indexAfter(position: number): number {
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((kept[middle] as StoredEvent).position <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    /** The newest position that was added. */
    head: () => kept.at(-1)?.position ?? floor,
    add(events: readonly StoredEvent[]): void {
      kept = [...kept, ...events];
      if (kept.length <= MAX_KEPT) return;
      const gone = kept.splice(0, kept.length - MAX_KEPT / 2);
      floor = gone.at(-1)?.position ?? floor;
    },
    /** Undefined when some of those that follow are no longer kept. */
    after(position: number, limit: number): readonly StoredEvent[] | undefined {
      if (position < floor) return undefined;
      const from = indexAfter(position);
      return kept.slice(from, from + limit);
    },
  };
}
