"use client";

import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";

interface PausedPillProps {
  at: Date;
  byName: string | null;
  reason: string | null;
  label: string;
}

/** Says by whom, when and why when it is pointed at. */
export function PausedPill({ at, byName, reason, label }: PausedPillProps) {
  const t = useText();
  const format = useFormat();
  const by = t("By {name}, {instant}", {
    name: byName ?? t("somebody unknown"),
    instant: format.instant(at),
  });
  return (
    <span title={reason ? `${by}: ${reason}` : by}>
      <Pill tone="amber" withDot>
        {label}
      </Pill>
    </span>
  );
}
