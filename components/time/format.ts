const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [HOUR, MINUTE, "minute"],
  [DAY, HOUR, "hour"],
  [30 * DAY, DAY, "day"],
  [365 * DAY, 30 * DAY, "month"],
  [Number.POSITIVE_INFINITY, 365 * DAY, "year"],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** "22 Nov 2026, 14:44:48 UTC": the same on the server and in every browser. */
export function formatInstant(date: Date): string {
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  return `${formatDay(date)}, ${time.join(":")} UTC`;
}

/** "22 Nov 2026". */
export function formatDay(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "22 Nov" from "2026-11-22". */
export function formatShortDay(day: string): string {
  const [, month = "1", date = "1"] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]}`;
}

/** "5 minutes ago", "1 day ago", "in 3 days". */
export function formatRelative(date: Date, nowMs: number): string {
  const seconds = (date.getTime() - nowMs) / 1000;
  const distance = Math.abs(seconds);
  if (distance < MINUTE) {
    return "just now";
  }
  const step = STEPS.find(([limit]) => distance < limit);
  return step ? relative.format(Math.round(seconds / step[1]), step[2]) : formatDay(date);
}

/** "3 d 4 h", "12 min", "40 s": the two largest units, without a second one of nothing. */
export function formatDuration(totalSeconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(totalSeconds / DAY), "d"],
    [Math.floor((totalSeconds % DAY) / HOUR), "h"],
    [Math.floor((totalSeconds % HOUR) / MINUTE), "min"],
    [Math.floor(totalSeconds % MINUTE), "s"],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first === -1 ? 3 : first, first === -1 ? 4 : first + 2)
    .filter(([amount], index) => index === 0 || amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
