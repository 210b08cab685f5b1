"use client";

import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { STATUS_WORDS } from "#components/health/health-words.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { Health } from "#server/domains/health/schema.ts";
import classes from "./health-summary.module.css";

interface HealthSummaryProps {
  health: Health;
  /** The last refresh failed: what is shown is of `checkedAt`. */
  isUnreachable: boolean;
}

export function HealthSummary({ health, isUnreachable }: HealthSummaryProps) {
  const t = useText();
  const format = useFormat();
  const status = isUnreachable ? "down" : health.status;
  const { sentence, tone } = STATUS_WORDS[status];
  const Icon = status === "ok" ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.summary} data-tone={tone}>
      <Icon size={22} stroke={1.8} aria-hidden="true" />
      <div>
        <div className={classes.sentence} role="status">
          {isUnreachable ? t("The server does not answer") : t(sentence)}
        </div>
        <div className={classes.detail}>
          {t("Checked {instant} · up {duration}", {
            instant: format.instant(health.checkedAt),
            duration: format.duration(health.uptimeSeconds),
          })}
        </div>
      </div>
    </div>
  );
}
