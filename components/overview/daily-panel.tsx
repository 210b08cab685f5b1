"use client";

import { IconChartLine } from "@tabler/icons-react";
import { DailyChart } from "#components/charts/daily-chart.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Message } from "#components/feedback/message.tsx";
import { Trend } from "#components/overview/trend.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { DailyCounts } from "#server/domains/overview/schema.ts";
import classes from "./daily-panel.module.css";

interface Measure {
  name: string;
  tone: "accent" | "red";
  counts: DailyCounts;
}

interface DailyPanelProps {
  title: string;
  measures: Measure[];
  days: number;
  /** What the curves say, for people who do not see them. */
  label: string;
  /** Stands where the chart would when every day is zero. */
  nothing: string;
}

const COLORS = { accent: "verdigris.5", red: "red.4" };

/** What happened day by day: the total of each measure, how it compares, and the curve. */
export function DailyPanel({ title, measures, days, label, nothing }: DailyPanelProps) {
  const [first] = measures;
  if (!first || measures.every(({ counts }) => counts.total === 0)) {
    return (
      <Panel title={title}>
        <Message icon={<IconChartLine size={20} />} title={nothing} />
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <div className={classes.headline}>
        {measures.map((measure) => (
          <Total key={measure.name} measure={measure} isOnly={measures.length === 1} />
        ))}
        <Trend counts={first.counts} days={days} />
      </div>
      <DailyChart
        series={measures
          .filter(({ counts }) => counts.total > 0)
          .map(({ name, tone, counts }) => ({ name, color: COLORS[tone], days: counts.days }))}
        label={label}
      />
    </Panel>
  );
}

function Total({ measure, isOnly }: { measure: Measure; isOnly: boolean }) {
  const format = useFormat();
  const { name, tone, counts } = measure;
  return (
    <span className={classes.total}>
      <span className={classes.count}>{format.number(counts.total)}</span>
      {!isOnly && (
        <span className={classes.name} data-tone={tone}>
          {name}
        </span>
      )}
    </span>
  );
}
