"use client";

import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PausedPill } from "#components/jobs/paused-pill.tsx";
import type { Queue } from "#server/domains/jobs/schema.ts";

/** Whether workers fetch from it. */
export function QueueState({ queue }: { queue: Queue }) {
  const t = useText();
  const { description, pausedAt, pausedByName, pauseReason, active, waiting, workers } = queue;
  if (pausedAt) {
    const label = t("queue|Paused");
    return <PausedPill at={pausedAt} byName={pausedByName} reason={pauseReason} label={label} />;
  }
  if (description === null) return <Pill tone="amber">{t("queue|Left behind")}</Pill>;
  if (workers === 0 && waiting > 0) {
    return (
      <Pill tone="red" withDot>
        {t("No worker")}
      </Pill>
    );
  }
  return (
    <Pill tone={active > 0 ? "green" : "neutral"} withDot>
      {active > 0 ? t("queue|Working") : t("queue|Ready")}
    </Pill>
  );
}
