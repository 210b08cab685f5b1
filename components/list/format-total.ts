/** An estimate with two digits that count: 98,000 for 97,812. */
export function round(estimate: number): number {
  return Number(estimate.toPrecision(2));
}
