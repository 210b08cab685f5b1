"use client";

import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { Queue } from "#server/domains/jobs/schema.ts";

/** Whether workers fetch from it; a paused one says by whom and why when it is pointed at. */
export function QueueState({ queue }: { queue: Queue }) {
  const t = useText();
  const format = useFormat();
  const { pausedAt, pausedByName, pauseReason, active } = queue;
  if (pausedAt) {
    const by = t("By {name}, {instant}", {
      name: pausedByName ?? t("somebody unknown"),
      instant: format.instant(pausedAt),
    });
    return (
      <span title={pauseReason ? `${by}: ${pauseReason}` : by}>
        <Pill tone="amber" withDot>
          {t("queue|Paused")}
        </Pill>
      </span>
    );
  }
  return (
    <Pill tone={active > 0 ? "green" : "neutral"} withDot>
      {active > 0 ? t("queue|Working") : t("queue|Ready")}
    </Pill>
  );
}
