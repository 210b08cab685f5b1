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
  /** What is rare stands by itself, and does not grow out of what was before. */
  isRare?: boolean;
}

/** Curves over time. */
export function TimeChart({ series, rows, label, isRare }: TimeChartProps) {
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
        curveType={isRare ? "step" : "monotone"}
        withDots={false}
        strokeWidth={isRare ? 1 : 2}
        fillOpacity={isRare ? 0.5 : 0.18}
        tickLine="none"
        gridAxis="x"
        strokeDasharray="0"
        gridColor="var(--line)"
        textColor="dimmed"
        valueFormatter={format.number}
        xAxisProps={{
          interval: "equidistantPreserveStart",
          minTickGap: 40,
          tickMargin: 10,
          // The first label is as wide on both sides of its tick.
          padding: { left: 16, right: 16 },
        }}
        yAxisProps={{ width: "auto", allowDecimals: false }}
        areaProps={{ isAnimationActive: !isStill, animationDuration: 400 }}
      />
    </div>
  );
}
