import { LOCALE_PATTERNS, type RelativeUnit } from "#components/time/locale-patterns.ts";
import type { Locale } from "#server/platform/locale/catalog.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: [limit: number, size: number, unit: RelativeUnit][] = [
  [HOUR, MINUTE, "minute"],
  [DAY, HOUR, "hour"],
  [30 * DAY, DAY, "day"],
  [365 * DAY, 30 * DAY, "month"],
  [Number.POSITIVE_INFINITY, 365 * DAY, "year"],
];
const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** "22 Nov 2026, 14:44:48 UTC": the same on the server and in every browser. */
export function formatInstant(date: Date, locale: Locale = "en"): string {
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  const separator = locale === "ja" ? " " : ", ";
  return `${formatDay(date, locale)}${separator}${time.join(":")} UTC`;
}

/** "22 Nov 2026". */
export function formatDay(date: Date, locale: Locale = "en"): string {
  const { day, months } = LOCALE_PATTERNS[locale];
  return fill(day, {
    d: date.getUTCDate(),
    m: months[date.getUTCMonth()] ?? "",
    y: date.getUTCFullYear(),
  });
}

/** "14:44", in UTC like every time here. */
export function formatTime(date: Date): string {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** "22 Nov" from "2026-11-22". */
export function formatShortDay(day: string, locale: Locale = "en"): string {
  const [, month = "1", date = "1"] = day.split("-");
  const { shortDay, months } = LOCALE_PATTERNS[locale];
  return fill(shortDay, { d: Number(date), m: months[Number(month) - 1] ?? "" });
}

/** "5 minutes ago", "1 day ago", "in 3 days". */
export function formatRelative(date: Date, nowMs: number, locale: Locale = "en"): string {
  const seconds = (date.getTime() - nowMs) / 1000;
  const distance = Math.abs(seconds);
  const { justNow, past, future, units } = LOCALE_PATTERNS[locale];
  if (distance < MINUTE) {
    return justNow;
  }
  const step = STEPS.find(([limit]) => distance < limit);
  if (!step) {
    return formatDay(date, locale);
  }
  const [, size, unit] = step;
  const amount = Math.abs(Math.round(seconds / size));
  const [one, many] = units[unit];
  const span = fill(amount === 1 ? one : many, { n: formatNumber(amount, locale) });
  return fill(seconds < 0 ? past : future, { n: span });
}

/** "3 d 4 h", "12 min", "40 s": the two largest units, without a second one of nothing. */
export function formatDuration(totalSeconds: number, locale: Locale = "en"): string {
  const { durationUnits, durationSpace } = LOCALE_PATTERNS[locale];
  const parts = [
    Math.floor(totalSeconds / DAY),
    Math.floor((totalSeconds % DAY) / HOUR),
    Math.floor((totalSeconds % HOUR) / MINUTE),
    Math.floor(totalSeconds % MINUTE),
  ].map((amount, index) => ({ amount, unit: durationUnits[index] }));
  const first = parts.findIndex(({ amount }) => amount > 0);
  return parts
    .slice(first === -1 ? 3 : first, first === -1 ? 4 : first + 2)
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ amount, unit }) => `${amount}${unit}`)
    .join(durationSpace);
}

/** "1,234" and "0.125": at most three decimals. */
export function formatNumber(value: number, locale: Locale = "en"): string {
  const [whole = "", decimals] = String(Math.round(value * 1000) / 1000).split(".");
  const { groupSeparator, decimalPoint } = LOCALE_PATTERNS[locale];
  const grouped = whole.replaceAll(THOUSANDS, groupSeparator);
  return decimals ? `${grouped}${decimalPoint}${decimals}` : grouped;
}

/** "12.5": one decimal, ungrouped, for what is measured. */
export function formatMeasure(value: number, locale: Locale = "en"): string {
  return value.toFixed(1).replace(".", LOCALE_PATTERNS[locale].decimalPoint);
}

/** Everything above, in one language. */
export function createFormat(locale: Locale) {
  return {
    instant: (date: Date) => formatInstant(date, locale),
    day: (date: Date) => formatDay(date, locale),
    shortDay: (day: string) => formatShortDay(day, locale),
    relative: (date: Date, nowMs: number) => formatRelative(date, nowMs, locale),
    duration: (totalSeconds: number) => formatDuration(totalSeconds, locale),
    time: formatTime,
    /** "22 Nov, 14:44". */
    dayAndTime: (date: Date) =>
      `${formatShortDay(date.toISOString().slice(0, "YYYY-MM-DD".length), locale)}, ${formatTime(date)}`,
    number: (value: number) => formatNumber(value, locale),
    measure: (value: number) => formatMeasure(value, locale),
    /** For inputs of numbers. */
    separators: {
      thousandSeparator: LOCALE_PATTERNS[locale].groupSeparator,
      decimalSeparator: LOCALE_PATTERNS[locale].decimalPoint,
    },
  };
}
export type Format = ReturnType<typeof createFormat>;

function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replaceAll(/\{(\w)\}/g, (_, name: string) => String(values[name]));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
