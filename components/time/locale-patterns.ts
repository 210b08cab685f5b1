import type { Locale } from "#server/platform/locale/catalog.ts";

export type RelativeUnit = "minute" | "hour" | "day" | "month" | "year";

/** How a language writes times and numbers: kept here, as the data of browsers and of Node differ. */
export interface LocalePattern {
  months: string[];
  /** In these, `{d}`, `{m}` and `{y}` are the day, the month as above, and the year. */
  day: string;
  shortDay: string;
  justNow: string;
  /** `{n}` is the number with its unit. */
  past: string;
  future: string;
  /** One, and several of them, `{n}` being the number. */
  units: Record<RelativeUnit, [one: string, many: string]>;
  /** Days, hours, minutes and seconds of a duration, and what is between two of them. */
  durationUnits: [string, string, string, string];
  durationSpace: string;
  groupSeparator: string;
  decimalPoint: string;
}

export const LOCALE_PATTERNS: Record<Locale, LocalePattern> = {
  en: {
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    day: "{d} {m} {y}",
    shortDay: "{d} {m}",
    justNow: "just now",
    past: "{n} ago",
    future: "in {n}",
    units: {
      minute: ["{n} minute", "{n} minutes"],
      hour: ["{n} hour", "{n} hours"],
      day: ["{n} day", "{n} days"],
      month: ["{n} month", "{n} months"],
      year: ["{n} year", "{n} years"],
    },
    durationUnits: [" d", " h", " min", " s"],
    durationSpace: " ",
    groupSeparator: ",",
    decimalPoint: ".",
  },
  de: {
    months: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(" "),
    day: "{d}. {m} {y}",
    shortDay: "{d}. {m}",
    justNow: "gerade eben",
    past: "vor {n}",
    future: "in {n}",
    units: {
      minute: ["{n} Minute", "{n} Minuten"],
      hour: ["{n} Stunde", "{n} Stunden"],
      day: ["{n} Tag", "{n} Tagen"],
      month: ["{n} Monat", "{n} Monaten"],
      year: ["{n} Jahr", "{n} Jahren"],
    },
    durationUnits: [" d", " h", " min", " s"],
    durationSpace: " ",
    groupSeparator: ".",
    decimalPoint: ",",
  },
  fr: {
    months: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
    day: "{d} {m} {y}",
    shortDay: "{d} {m}",
    justNow: "à l’instant",
    past: "il y a {n}",
    future: "dans {n}",
    units: {
      minute: ["{n} minute", "{n} minutes"],
      hour: ["{n} heure", "{n} heures"],
      day: ["{n} jour", "{n} jours"],
      month: ["{n} mois", "{n} mois"],
      year: ["{n} an", "{n} ans"],
    },
    durationUnits: [" j", " h", " min", " s"],
    durationSpace: " ",
    groupSeparator: "\u202f",
    decimalPoint: ",",
  },
  ja: {
    months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月".split(" "),
    day: "{y}年{m}{d}日",
    shortDay: "{m}{d}日",
    justNow: "たった今",
    past: "{n}前",
    future: "{n}後",
    units: {
      minute: ["{n}分", "{n}分"],
      hour: ["{n}時間", "{n}時間"],
      day: ["{n}日", "{n}日"],
      month: ["{n}か月", "{n}か月"],
      year: ["{n}年", "{n}年"],
    },
    durationUnits: ["日", "時間", "分", "秒"],
    durationSpace: "",
    groupSeparator: ",",
    decimalPoint: ".",
  },
};
