"use client";

import { useNow } from "#components/time/clock.tsx";
import { formatInstant, formatRelative } from "#components/time/format.ts";

interface RelativeTimeProps {
  date: Date | null;
  /** Shown when there is no date. */
  never?: string;
}

export function RelativeTime({ date, never = "Never" }: RelativeTimeProps) {
  const now = useNow();
  if (!date) {
    return <span>{never}</span>;
  }
  return (
    <time dateTime={date.toISOString()} title={formatInstant(date)}>
      {formatRelative(date, now)}
    </time>
  );
}
