"use client";

import { useText } from "#components/i18n/text-provider.tsx";
import { useNow } from "#components/time/clock.tsx";
import { useFormat } from "#components/time/use-format.ts";

interface RelativeTimeProps {
  date: Date | null;
  /** Shown when there is no date; "Never", if left out. */
  never?: string;
}

export function RelativeTime({ date, never }: RelativeTimeProps) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  if (!date) {
    return <span>{never ?? t("Never")}</span>;
  }
  return (
    <time dateTime={date.toISOString()} title={format.instant(date)}>
      {format.relative(date, now)}
    </time>
  );
}
