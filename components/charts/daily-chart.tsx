"use client";

import { AreaChart } from "@mantine/charts";
import { useReducedMotion } from "@mantine/hooks";
import type { Format } from "#components/time/format.ts";
import { useFormat } from "#components/time/use-format.ts";
import classes from "./daily-chart.module.css";

export interface DailySeries {
  name: string;
  color: string;
  /** The same days in each series, oldest first; `day` is YYYY-MM-DD. */
  days: { day: string; count: number }[];
}

interface DailyChartProps {
  series: DailySeries[];
  /** What the curves say, for people who do not see them. */
  label: string;
}

export function DailyChart({ series, label }: DailyChartProps) {
  const format = useFormat();
  const isStill = useReducedMotion();
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <AreaChart
        h="100%"
        className={classes.fill}
        data={rowsOf(series, format)}
        dataKey="day"
        series={series.map(({ name, color }) => ({ name, color }))}
        curveType="monotone"
        withDots={false}
        strokeWidth={2}
        fillOpacity={0.18}
        tickLine="none"
        gridAxis="x"
        strokeDasharray="0"
        gridColor="var(--line)"
        textColor="dimmed"
        valueFormatter={format.number}
        xAxisProps={{ interval: "equidistantPreserveStart", minTickGap: 40, tickMargin: 10 }}
        yAxisProps={{ width: 36, allowDecimals: false }}
        areaProps={{ isAnimationActive: !isStill, animationDuration: 400 }}
      />
    </div>
  );
}

/** One row a day, with a column for each series. */
function rowsOf(series: DailySeries[], format: Format) {
  const days = series[0]?.days ?? [];
  return days.map(({ day }, index) => ({
    day: format.shortDay(day),
    ...Object.fromEntries(series.map(({ name, days }) => [name, days[index]?.count ?? 0])),
  }));
}
