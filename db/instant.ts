import { customType } from "drizzle-orm/pg-core";

/** The language's own, kept before Next replaces the global one by a slower one. */
const NativeDate = globalThis.Date;

/** A moment with milliseconds: `timestamp(3) with time zone` in Postgres, a `Date` here. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => "timestamp(3) with time zone",
  fromDriver: parseInstant,
  toDriver: (date) => date.toISOString(),
});

const SECONDS_LENGTH = "2026-01-31 12:34:56".length;
const ZERO = 48;

/**
 * Reads Postgres's ISO output, `2026-01-31 12:34:56.78+00`, at a third of the time of `new Date(text)`,
 * which reads whatever is in another form: another zone, a year of more than four digits.
 */
export function parseInstant(text: string): Date {
  const zone = text.length - 3;
  const isPlain = text.endsWith("+00") && zone >= SECONDS_LENGTH && text[4] === "-";
  if (!isPlain) return new NativeDate(text);
  const time = NativeDate.UTC(
    number(text, 0, 4),
    number(text, 5, 7) - 1,
    number(text, 8, 10),
    number(text, 11, 13),
    number(text, 14, 16),
    number(text, 17, 19),
    milliseconds(text, zone),
  );
  return new NativeDate(time);
}

function number(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

/** Postgres leaves out trailing zeros. */
function milliseconds(text: string, end: number): number {
  if (end === SECONDS_LENGTH) return 0;
  const digits = end - SECONDS_LENGTH - 1;
  return number(text, SECONDS_LENGTH + 1, end) * 10 ** (3 - digits);
}
