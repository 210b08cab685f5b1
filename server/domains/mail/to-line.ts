/** Control characters, line and paragraph separators, and marks that turn the reading direction. */
const UNSAFE_IN_LINE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text that stays on one line: for headers, and for names that people gave themselves. */
export function toLine(text: string, maxLength = 200): string {
  return (
    text
      .replace(UNSAFE_IN_LINE, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, maxLength)
      // Last, as the cut may go through a pair of surrogates.
      .toWellFormed()
  );
}
