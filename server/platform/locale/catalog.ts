/** The languages of the dashboard and of mails, as BCP 47 tags. */
export const LOCALES = ["en", "de", "fr", "ja"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  ja: "日本語",
};

/** Holds a choice made in this browser. */
export const LOCALE_COOKIE = "binnacle.locale";

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);
