"use client";

import { NativeSelect } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import {
  isLocale,
  LOCALE_COOKIE,
  LOCALE_NAMES,
  LOCALES,
  type Locale,
} from "#server/platform/locale/catalog.ts";

const YEAR_SECONDS = 365 * 86_400;

interface LanguageSelectProps {
  isSubtle?: boolean;
  /** What else a choice means. */
  onChoose?: (locale: Locale) => void;
}

/** The language of this browser; the page stays as it is but for its words. */
export function LanguageSelect({ isSubtle = false, onChoose }: LanguageSelectProps) {
  const t = useText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function choose(locale: string) {
    if (!isLocale(locale)) return;
    rememberLocale(locale);
    onChoose?.(locale);
    startTransition(router.refresh);
  }

  return (
    <NativeSelect
      label={isSubtle ? undefined : t("Language")}
      aria-label={isSubtle ? t("Language") : undefined}
      variant={isSubtle ? "unstyled" : undefined}
      size={isSubtle ? "xs" : "sm"}
      w={isSubtle ? 132 : undefined}
      leftSection={<IconLanguage size={16} stroke={1.6} aria-hidden="true" />}
      value={t.locale}
      disabled={isPending}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {LOCALES.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {LOCALE_NAMES[locale]}
        </option>
      ))}
    </NativeSelect>
  );
}

function rememberLocale(locale: Locale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is for secure contexts only, and this may run over plain HTTP
  document.cookie = `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
