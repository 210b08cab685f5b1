"use client";

import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import { useText } from "#components/i18n/text-provider.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { DailyCounts } from "#server/domains/overview/schema.ts";
import classes from "./trend.module.css";

interface TrendProps {
  counts: DailyCounts;
  days: number;
}

/** How a period compares with the one of the same length before it. */
export function Trend({ counts, days }: TrendProps) {
  const t = useText();
  const format = useFormat();
  const { total, previousTotal } = counts;
  if (previousTotal === 0) {
    return <span className={classes.trend}>{t("none in the {days} days before", { days })}</span>;
  }
  const percent = Math.round(((total - previousTotal) / previousTotal) * 100);
  if (percent === 0) {
    return (
      <span className={classes.trend}>{t("as many as in the {days} days before", { days })}</span>
    );
  }
  return (
    <span className={classes.trend}>
      <Arrow percent={percent} />
      {t.rich(
        percent < 0
          ? "<b>{percent} %</b>fewer than in the {days} days before"
          : "<b>{percent} %</b>more than in the {days} days before",
        {
          days,
          percent: format.number(Math.abs(percent)),
          b: (words) => <span className={classes.percent}>{words}</span>,
        },
      )}
    </span>
  );
}

function Arrow({ percent }: { percent: number }) {
  const Icon = percent > 0 ? IconArrowUpRight : IconArrowDownRight;
  return <Icon size={14} stroke={1.8} aria-hidden="true" />;
}
