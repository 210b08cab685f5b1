import { type SQL, sql } from "drizzle-orm";
import { isFoundWithin } from "./trigrams.ts";

/** The text itself as part of a LIKE pattern. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Ignores case. `indexed` is the very expression, in lower case, that an index of trigrams is on. */
export function isLike(indexed: SQL, pattern: string): SQL {
  return sql`${indexed} like lower(${pattern})`;
}

/** Anywhere within the text; what is too short for the index, at the start of a word. */
export function searchIn(indexed: SQL, text: string): SQL {
  const part = literally(text);
  if (isFoundWithin(text)) return isLike(indexed, `%${part}%`);
  return sql`(${isLike(indexed, `${part}%`)} or ${isLike(indexed, `% ${part}%`)})`;
}
