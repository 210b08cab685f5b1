import { isLocale, LOCALE_COOKIE, LOCALES, type Locale } from "./catalog.ts";

/** The language that a browser likes best of ours (RFC 9110 `Accept-Language`); English for any other. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    if (language === "*") return LOCALES[0];
    if (isLocale(language)) return language;
  }
  return LOCALES[0];
}

function readRange(range: string) {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { language: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) };
}

/** What was chosen in this browser, else what it asks for. */
export function readLocale(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const chosen = (cookie ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === LOCALE_COOKIE)?.[1];
  return isLocale(chosen) ? chosen : negotiateLocale(acceptLanguage ?? null);
}
