"use client";

import { createContext, type ReactNode, use, useContext, useMemo } from "react";
import { type Catalogue, createText, type Text } from "#components/i18n/text.ts";
import type { Locale } from "#server/platform/locale/catalog.ts";

const LOADERS: Record<Exclude<Locale, "en">, () => Promise<Catalogue>> = {
  de: async () => (await import("#components/i18n/de/index.ts")).de,
  fr: async () => (await import("#components/i18n/fr/index.ts")).fr,
  ja: async () => (await import("#components/i18n/ja/index.ts")).ja,
};

const catalogues = new Map<Locale, Promise<Catalogue>>();
const TextContext = createContext<Text>(createText("en"));

export const useText = (): Text => useContext(TextContext);

interface TextProviderProps {
  locale: Locale;
  children: ReactNode;
}

/** Gives everything below its language; the catalogue is fetched once, and none for English. */
export function TextProvider({ locale, children }: TextProviderProps) {
  const catalogue = locale === "en" ? undefined : use(load(locale));
  const text = useMemo(() => createText(locale, catalogue), [locale, catalogue]);
  return <TextContext value={text}>{children}</TextContext>;
}

function load(locale: Exclude<Locale, "en">): Promise<Catalogue> {
  const catalogue = catalogues.get(locale) ?? LOADERS[locale]();
  catalogues.set(locale, catalogue);
  return catalogue;
}
