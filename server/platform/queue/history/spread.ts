/**
 * Durations counted by classes, four to each doubling from a millisecond to about three days. Spreads
 * of many workers and minutes add up; a percentile read from one is at most a tenth off.
 */
export type Spread = number[];

const CLASSES_PER_DOUBLING = 4;
const CLASSES = 28 * CLASSES_PER_DOUBLING;

/** Of a duration in milliseconds; those below one are in the first class. */
export function classOf(ms: number): number {
  if (!(ms >= 1)) return 0;
  return Math.min(CLASSES, 1 + Math.floor(CLASSES_PER_DOUBLING * Math.log2(ms)));
}

export function count(spread: Spread, ms: number): void {
  const index = classOf(ms);
  while (spread.length <= index) spread.push(0);
  spread[index] = (spread[index] ?? 0) + 1;
}

export function addSpreads(spreads: readonly Spread[]): Spread {
  const length = Math.max(0, ...spreads.map((spread) => spread.length));
  return Array.from({ length }, (_, index) =>
    spreads.reduce((sum, spread) => sum + (spread[index] ?? 0), 0),
  );
}

/** The duration in milliseconds that so many of a hundred do not exceed; null when nothing was counted. */
export function percentile(spread: Spread, percent: number): number | null {
  const total = spread.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const wanted = Math.ceil((total * percent) / 100);
  let passed = 0;
  for (const [index, amount] of spread.entries()) {
    passed += amount;
    if (passed >= wanted) return middleOf(index);
  }
  return middleOf(spread.length - 1);
}

function middleOf(index: number): number {
  return index === 0 ? 0.5 : 2 ** ((index - 0.5) / CLASSES_PER_DOUBLING);
}
