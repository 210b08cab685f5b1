"use client";

import { SegmentedControl } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { DailyChart } from "#components/charts/daily-chart.tsx";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { PERIODS } from "#components/overview/period.ts";
import type { Overview } from "#server/domains/overview/schema.ts";
import classes from "./sign-ups.module.css";

interface SignUpsProps {
  overview: Overview;
  days: number;
}

export function SignUps({ overview, days }: SignUpsProps) {
  const { signUps, signUpsInPeriod } = overview;
  const count = signUpsInPeriod.toLocaleString("en-US");
  return (
    <Panel title="New users" actions={<PeriodControl days={days} />}>
      <div className={classes.headline}>
        <span className={classes.count}>{count}</span>
        <Trend overview={overview} />
      </div>
      <DailyChart
        data={signUps}
        unit="New users"
        label={`New users a day over the last ${days} days, ${count} in all`}
      />
    </Panel>
  );
}

function Trend({ overview }: { overview: Overview }) {
  const { signUpsInPeriod: now, signUpsInPreviousPeriod: before } = overview;
  if (before === 0) {
    return <span className={classes.note}>none in the period before</span>;
  }
  const percent = Math.round(((now - before) / before) * 100);
  const sign = percent > 0 ? "+" : "";
  return (
    <>
      <Pill tone={percent < 0 ? "neutral" : "green"}>{`${sign}${percent} %`}</Pill>
      <span className={classes.note}>against the period before</span>
    </>
  );
}

function PeriodControl({ days }: { days: number }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Period"
      value={String(days)}
      disabled={isPending}
      data={PERIODS.map((period) => ({ value: String(period), label: `${period} days` }))}
      onChange={(value) =>
        startTransition(() => router.replace(`/?days=${value}`, { scroll: false }))
      }
    />
  );
}
