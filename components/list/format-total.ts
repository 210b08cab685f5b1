const TWO_SIGNIFICANT = { maximumSignificantDigits: 2 } as const;

/** "12,345" when exact, "about 98,000" when estimated. */
export function formatTotal(total: number, isEstimated: boolean): string {
  return isEstimated
    ? `about ${total.toLocaleString("en-US", TWO_SIGNIFICANT)}`
    : total.toLocaleString("en-US");
}
