import type { Entry } from "#components/palette/entry.ts";

type Matched = Pick<Entry, "id" | "label" | "keywords">;

/**
 * The entries in which every word of the query begins a word: first the one that is called so, then
 * those used lately, then those whose label it is rather than a keyword; equals keep their order.
 */
export function match<E extends Matched>(
  entries: readonly E[],
  query: string,
  recentIds: readonly string[],
): E[] {
  const words = wordsOf(query);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => score(a) - score(b))
    .map(({ entry }) => entry);

  function score({ entry, rank }: { entry: E; rank: number | null }): number {
    if (rank === EXACT) return EXACT;
    return (recentIds.includes(entry.id) ? 0 : 10) + (rank ?? 0);
  }
}

const EXACT = -1;

/** 0: the label begins with it. 1: words of the label do. 2: keywords are needed. Null: no match. */
function rankOf({ label, keywords }: Matched, words: string[]): number | null {
  const inLabel = wordsOf(label);
  if (inLabel.join(" ") === words.join(" ")) return EXACT;
  if (words.every((word, index) => inLabel[index]?.startsWith(word))) return 0;
  if (words.every((word) => begins(inLabel, word))) return 1;
  const all = [...inLabel, ...wordsOf(keywords)];
  return words.every((word) => begins(all, word)) ? 2 : null;
}

/** Writing without spaces has its words anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const begins = (words: string[], start: string) =>
  words.some((word) => word.startsWith(start) || (UNSPACED.test(start) && word.includes(start)));

/** Lower case, without accents, split where letters and digits end. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
