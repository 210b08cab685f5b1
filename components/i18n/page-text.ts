import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createText, type Text } from "#components/i18n/text.ts";
import { isLocale, LOCALE_COOKIE, type Locale } from "#server/platform/locale/catalog.ts";
import { negotiateLocale } from "#server/platform/locale/negotiate.ts";
import { de } from "./de/index.ts";
import { fr } from "./fr/index.ts";
import { ja } from "./ja/index.ts";

const TEXTS: Record<Locale, Text> = {
  en: createText("en"),
  de: createText("de", de),
  fr: createText("fr", fr),
  ja: createText("ja", ja),
};

/** The language of the page being rendered: chosen in this browser, else what the browser asks for. */
export const readLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
});

/** What `useText` gives to components, for pages and layouts on the server. */
export const getText = async (): Promise<Text> => TEXTS[await readLocale()];
