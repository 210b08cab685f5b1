"use client";

import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { STATUS_WORDS } from "#components/health/health-words.ts";
import { formatDuration, formatInstant } from "#components/time/format.ts";
import type { Health } from "#server/domains/health/schema.ts";
import classes from "./health-summary.module.css";

interface HealthSummaryProps {
  health: Health;
  /** The last refresh failed: what is shown is of `checkedAt`. */
  isUnreachable: boolean;
}

export function HealthSummary({ health, isUnreachable }: HealthSummaryProps) {
  const status = isUnreachable ? "down" : health.status;
  const { sentence, tone } = STATUS_WORDS[status];
  const Icon = status === "ok" ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.summary} data-tone={tone}>
      <Icon size={22} stroke={1.8} aria-hidden="true" />
      <div>
        <div className={classes.sentence} role="status">
          {isUnreachable ? "The server does not answer" : sentence}
        </div>
        <div className={classes.detail}>
          Checked {formatInstant(health.checkedAt)} · up {formatDuration(health.uptimeSeconds)}
        </div>
      </div>
    </div>
  );
}
