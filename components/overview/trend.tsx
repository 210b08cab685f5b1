import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import type { DailyCounts } from "#server/domains/overview/schema.ts";
import classes from "./trend.module.css";

interface TrendProps {
  counts: DailyCounts;
  days: number;
}

/** How a period compares with the one of the same length before it. */
export function Trend({ counts, days }: TrendProps) {
  const { total, previousTotal } = counts;
  if (previousTotal === 0) {
    return <span className={classes.trend}>none in the {days} days before</span>;
  }
  const percent = Math.round(((total - previousTotal) / previousTotal) * 100);
  if (percent === 0) {
    return <span className={classes.trend}>as many as in the {days} days before</span>;
  }
  return (
    <span className={classes.trend}>
      <Arrow percent={percent} />
      <span className={classes.percent}>{Math.abs(percent).toLocaleString("en-US")} %</span>
      {percent < 0 ? "fewer" : "more"} than in the {days} days before
    </span>
  );
}

function Arrow({ percent }: { percent: number }) {
  const Icon = percent > 0 ? IconArrowUpRight : IconArrowDownRight;
  return <Icon size={14} stroke={1.8} aria-hidden="true" />;
}
