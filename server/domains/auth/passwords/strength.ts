import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { isCommonPassword } from "./blocklist.ts";

/** zxcvbn's time grows with length and l33t spellings; these bounds keep the worst case near 40 ms. */
const MAX_ESTIMATED_LENGTH = 64;
const MAX_L33T_SUBSTITUTIONS = 10;

const MIN_PERSONAL_LENGTH = 3;
const MAX_PERSONAL_LENGTH = 100;
const MAX_PERSONAL_WORDS = 20;

export interface Strength {
  /** 0 (guessed at once) to 4 (very hard to guess). */
  score: number;
  warning: string | null;
  suggestions: string[];
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries take 200 ms and some tens of MB, so they wait for the first password. */
function getEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= loadEstimator();
  return estimator;
}

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    maxLength: MAX_ESTIMATED_LENGTH,
    l33tMaxSubstitutions: MAX_L33T_SUBSTITUTIONS,
  });
}

/** How hard a password is to guess, for someone who knows `personal` facts about its owner. */
export async function estimateStrength(
  password: string,
  personal: readonly string[],
): Promise<Strength> {
  if (isCommonPassword(password)) {
    return {
      score: 0,
      warning: "This is one of the passwords that are tried first.",
      suggestions: ["Use several words that have nothing to do with each other."],
    };
  }
  const words = personalWords(personal);
  const rest = words.reduce((text, word) => text.replaceAll(word, " "), password.toLowerCase());
  const whole = await estimate(password, words);
  if (rest === password.toLowerCase()) return whole;
  const remainder = await estimate(rest.replace(/\s+/g, " ").trim(), []);
  if (remainder.score >= whole.score) return whole;
  return { ...whole, score: remainder.score, warning: "Your name and address are easy to guess." };
}

/** What people know of the owner, in words, longest first so that none hides inside another. */
function personalWords(personal: readonly string[]): string[] {
  const words = personal.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const usable = words
    .map((word) => word.slice(0, MAX_PERSONAL_LENGTH).toLowerCase())
    .filter((word) => word.length >= MIN_PERSONAL_LENGTH);
  return [...new Set(usable)].sort((a, b) => b.length - a.length).slice(0, MAX_PERSONAL_WORDS);
}

async function estimate(password: string, words: string[]): Promise<Strength> {
  const known = await getEstimator();
  const { score, feedback } = known.check(password.slice(0, MAX_ESTIMATED_LENGTH), words);
  return { score, warning: feedback.warning || null, suggestions: feedback.suggestions };
}
