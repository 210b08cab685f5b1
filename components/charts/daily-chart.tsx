"use client";

import { AreaChart } from "@mantine/charts";
import { useReducedMotion } from "@mantine/hooks";
import { formatShortDay } from "#components/time/format.ts";
import classes from "./daily-chart.module.css";

interface DailyChartProps {
  data: { day: string; count: number }[];
  unit: string;
  /** What the curve says, for people who do not see it. */
  label: string;
}

export function DailyChart({ data, unit, label }: DailyChartProps) {
  const isStill = useReducedMotion();
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <AreaChart
        h="100%"
        className={classes.fill}
        data={data.map(({ day, count }) => ({ day: formatShortDay(day), [unit]: count }))}
        dataKey="day"
        series={[{ name: unit, color: "verdigris.5" }]}
        curveType="monotone"
        withDots={false}
        strokeWidth={2}
        fillOpacity={0.18}
        tickLine="none"
        gridAxis="x"
        strokeDasharray="0"
        gridColor="var(--line)"
        textColor="dimmed"
        xAxisProps={{ interval: "equidistantPreserveStart", minTickGap: 40, tickMargin: 10 }}
        yAxisProps={{ width: 36, allowDecimals: false }}
        areaProps={{ isAnimationActive: !isStill, animationDuration: 400 }}
      />
    </div>
  );
}
