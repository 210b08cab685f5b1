"use client";

import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { Schedule } from "#server/domains/jobs/schedules/schema.ts";
import classes from "../queue-list.module.css";

/** When it runs. */
export function TimingWords({ timing }: Pick<Schedule, "timing">) {
  const t = useText();
  const format = useFormat();
  switch (timing.kind) {
    case "cron":
      return (
        <span className={classes.queue}>
          <code>{timing.cron}</code>
          <span className={classes.soft}>{timing.timeZone}</span>
        </span>
      );
    case "interval":
      return (
        <span>{t("Every {duration}", { duration: format.duration(timing.everySeconds) })}</span>
      );
    case "once":
      return <span>{t("Once, {instant}", { instant: format.instant(timing.at) })}</span>;
  }
}
