import { expect, test } from "vitest";
import { LOCALES } from "#server/platform/locale/catalog.ts";
import { createFormat, formatInstant, formatRelative } from "./format.ts";

const NOW = Date.UTC(2026, 10, 22, 14, 44, 48);
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const after = (ms: number) => new Date(NOW + ms);

test.each([
  ["en", "22 Nov 2026, 14:44:48 UTC", "22 Nov"],
  ["de", "22. Nov. 2026, 14:44:48 UTC", "22. Nov."],
  ["fr", "22 nov. 2026, 14:44:48 UTC", "22 nov."],
  ["ja", "2026年11月22日 14:44:48 UTC", "11月22日"],
] as const)("in %s an instant is %s and a short day %s", (locale, instant, shortDay) => {
  const format = createFormat(locale);
  expect(format.instant(new Date(NOW))).toBe(instant);
  expect(format.shortDay("2026-11-22")).toBe(shortDay);
});

test.each([
  ["en", "just now", "1 minute ago", "3 hours ago", "in 3 days", "2 years ago"],
  ["de", "gerade eben", "vor 1 Minute", "vor 3 Stunden", "in 3 Tagen", "vor 2 Jahren"],
  ["fr", "à l’instant", "il y a 1 minute", "il y a 3 heures", "dans 3 jours", "il y a 2 ans"],
  ["ja", "たった今", "1分前", "3時間前", "3日後", "2年前"],
] as const)("in %s a minute is not yet past, and then it is counted", (locale, ...expected) => {
  const { relative } = createFormat(locale);
  const spans = [-59_000, -MINUTE_MS, -180 * MINUTE_MS, 3 * DAY_MS, -730 * DAY_MS];
  expect(spans.map((ms) => relative(after(ms), NOW))).toEqual(expected);
});

test.each([
  ["en", "3 d 4 h", "12 min", "40 s", "0 s"],
  ["de", "3 d 4 h", "12 min", "40 s", "0 s"],
  ["fr", "3 j 4 h", "12 min", "40 s", "0 s"],
  ["ja", "3日4時間", "12分", "40秒", "0秒"],
] as const)("in %s a duration has its two largest units", (locale, ...expected) => {
  const { duration } = createFormat(locale);
  expect([273_600, 720, 40, 0].map(duration)).toEqual(expected);
});

test.each([
  ["en", "1,234,567", "-1,000.5", "12.5"],
  ["de", "1.234.567", "-1.000,5", "12,5"],
  ["fr", "1\u202f234\u202f567", "-1\u202f000,5", "12,5"],
  ["ja", "1,234,567", "-1,000.5", "12.5"],
] as const)("in %s numbers are grouped by thousands", (locale, ...expected) => {
  const { number, measure } = createFormat(locale);
  expect([number(1_234_567), number(-1000.5), measure(12.46)]).toEqual(expected);
  expect([number(0), number(999)]).toEqual(["0", "999"]);
});

test("English says relative times as the platform does", () => {
  const platform = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  for (const minutes of [-1, -2, 1, 59]) {
    const said = formatRelative(after(minutes * MINUTE_MS), NOW);
    expect(said).toBe(platform.format(minutes, "minute"));
  }
});

test("each month of each language has its own name", () => {
  for (const locale of LOCALES) {
    const said = Array.from({ length: 12 }, (_, month) =>
      formatInstant(new Date(Date.UTC(2026, month, 1)), locale),
    );
    expect(new Set(said).size).toBe(12);
  }
});

test("without a language it is English", () => {
  expect(formatInstant(new Date(NOW))).toBe("22 Nov 2026, 14:44:48 UTC");
});
