const DAY_MS = 86_400_000;
const MAX_DAYS = 4_000;
const FIRST_MS = Date.UTC(1, 0, 1);
const LAST_MS = Date.UTC(10_000, 0, 1);
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const THREE = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, "0"));
const days = new Map<number, string>();

/** `Date#toISOString`, which is the dearest part of answering a page of rows, at a quarter of the time. */
export function toIsoString(date: Date): string {
  const time = date.getTime();
  if (!(time >= FIRST_MS && time < LAST_MS)) return date.toISOString();
  const day = Math.floor(time / DAY_MS);
  const rest = time - day * DAY_MS;
  const hour = TWO[Math.floor(rest / 3_600_000)];
  const minute = TWO[Math.floor(rest / 60_000) % 60];
  const second = TWO[Math.floor(rest / 1_000) % 60];
  return `${dayPrefix(day)}${hour}:${minute}:${second}.${THREE[rest % 1_000]}Z`;
}

/** `2026-01-31T`; the days of a list are few, or come again. */
function dayPrefix(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MAX_DAYS) days.clear();
  const prefix = new Date(day * DAY_MS).toISOString().slice(0, 11);
  days.set(day, prefix);
  return prefix;
}
