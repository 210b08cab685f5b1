"use client";

import { TimeChart } from "#components/charts/time-chart.tsx";
import type { Format } from "#components/time/format.ts";
import { useFormat } from "#components/time/use-format.ts";

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
  return (
    <TimeChart
      series={series.map(({ name, color }) => ({ name, color }))}
      rows={rowsOf(series, format)}
      label={label}
    />
  );
}

/** One row a day, with a column for each series. */
function rowsOf(series: DailySeries[], format: Format) {
  const days = series[0]?.days ?? [];
  return days.map(({ day }, index) => ({
    time: format.shortDay(day),
    ...Object.fromEntries(series.map(({ name, days }) => [name, days[index]?.count ?? 0])),
  }));
}
