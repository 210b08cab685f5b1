import { isLocale, LOCALES, type Locale } from "#server/platform/locale/catalog.ts";

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
