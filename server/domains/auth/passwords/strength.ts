import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
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

let estimator: ZxcvbnFactory | undefined;

/** The dictionaries take 200 ms and some tens of MB, so they wait for the first password. */
function getEstimator(): ZxcvbnFactory {
  estimator ??= new ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
    maxLength: MAX_ESTIMATED_LENGTH,
    l33tMaxSubstitutions: MAX_L33T_SUBSTITUTIONS,
  });
  return estimator;
}

/** How hard a password is to guess, for someone who knows `personal` facts about its owner. */
export function estimateStrength(password: string, personal: readonly string[]): Strength {
  if (isCommonPassword(password)) {
    return {
      score: 0,
      warning: "This is one of the passwords that are tried first.",
      suggestions: ["Use several words that have nothing to do with each other."],
    };
  }
  const words = personalWords(personal);
  const rest = words.reduce((text, word) => text.replaceAll(word, " "), password.toLowerCase());
  const whole = estimate(password, words);
  if (rest === password.toLowerCase()) return whole;
  const remainder = estimate(rest.replace(/\s+/g, " ").trim(), []);
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

function estimate(password: string, words: string[]): Strength {
  const { score, feedback } = getEstimator().check(password.slice(0, MAX_ESTIMATED_LENGTH), words);
  return { score, warning: feedback.warning || null, suggestions: feedback.suggestions };
}
