"use client";

import { AreaChart } from "@mantine/charts";
import { useReducedMotion } from "@mantine/hooks";
import { useFormat } from "#components/time/use-format.ts";
import classes from "./time-chart.module.css";

interface TimeChartProps {
  series: { name: string; color: string }[];
  /** Oldest first: the time in words, and the number of each series by its name. */
  rows: ({ time: string } & Record<string, string | number>)[];
  /** What the curves say, for people who do not see them. */
  label: string;
}

/** Curves over time. */
export function TimeChart({ series, rows, label }: TimeChartProps) {
  const format = useFormat();
  const isStill = useReducedMotion();
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <AreaChart
        h="100%"
        className={classes.fill}
        data={rows}
        dataKey="time"
        series={series}
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
        yAxisProps={{ width: "auto", allowDecimals: false }}
        areaProps={{ isAnimationActive: !isStill, animationDuration: 400 }}
      />
    </div>
  );
}
