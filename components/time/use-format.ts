"use client";

import { useMemo } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { createFormat, type Format } from "#components/time/format.ts";

/** Times, spans and numbers as the viewer's language writes them. */
export function useFormat(): Format {
  const { locale } = useText();
  return useMemo(() => createFormat(locale), [locale]);
}
