/**
 * An index of trigrams (pg_trgm) finds a part of a text by runs of three letters or digits, where the
 * edge of a word counts as one. Text without such a run could only be found by reading every row.
 */
const RUN = /[\p{L}\p{N}]{3}|[^\p{L}\p{N}][\p{L}\p{N}]|[\p{L}\p{N}]{2}[^\p{L}\p{N}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether an index finds it anywhere within a text. */
export function isFoundWithin(text: string): boolean {
  return RUN.test(text);
}

/** Whether an index finds it at the start of a word. */
export function isFoundAtStart(text: string): boolean {
  return LETTER.test(text);
}
