/** At most `max` UTF-16 units of a text, as Postgres and JSON can hold it: no NUL, no lone surrogate. */
export function toStorable(text: string, max: number): string {
  return text.slice(0, max).replaceAll("\0", "").toWellFormed();
}
