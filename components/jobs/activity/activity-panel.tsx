"use client";

import { SegmentedControl, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TimeChart } from "#components/charts/time-chart.tsx";
import { Panel } from "#components/display/panel.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { Durations } from "#components/jobs/activity/durations.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Activity, Period } from "#server/domains/jobs/activity/schema.ts";
import classes from "./activity-panel.module.css";

const REFRESH_MS = 5_000;

const PERIOD_WORDS: Record<Period, PlainMessage> = {
  hour: "1 hour",
  day: "24 hours",
  week: "7 days",
};

/** What ran lately, of one queue or all, and how long jobs waited and ran. */
export function ActivityPanel() {
  const t = useText();
  const trpc = useTRPC();
  const [period, setPeriod] = useState<Period>("hour");
  const [queue, setQueue] = useState<string | null>(null);
  const queues = useQuery(trpc.jobs.queues.queryOptions());
  const query = useQuery(
    trpc.jobs.activity.queryOptions(
      { period, ...(queue && { queue }) },
      { refetchInterval: REFRESH_MS, placeholderData: keepPreviousData },
    ),
  );
  return (
    <Panel
      title={t("Activity")}
      actions={
        <div className={classes.controls}>
          <Select
            size="xs"
            aria-label={t("Queue of the activity")}
            placeholder={t("Every queue")}
            data={queues.data?.queues.map(({ name }) => name) ?? []}
            value={queue}
            onChange={setQueue}
            clearable
            searchable
          />
          <SegmentedControl
            size="xs"
            aria-label={t("Period")}
            value={period}
            data={Object.entries(PERIOD_WORDS).map(([value, label]) => ({
              value,
              label: t(label),
            }))}
            onChange={(value) => setPeriod(value as Period)}
          />
        </div>
      }
    >
      <QueryView query={query} skeleton={<SkeletonRows count={4} />}>
        {(activity) => <ActivityBody activity={activity} period={period} />}
      </QueryView>
    </Panel>
  );
}

function ActivityBody({ activity, period }: { activity: Activity; period: Period }) {
  const t = useText();
  const format = useFormat();
  const { points, completed, failed, wait, run } = activity;
  const [done, wrong] = [t("Completed"), t("Failed attempts")];
  return (
    <div className={classes.body}>
      <dl className={classes.figures}>
        <div>
          <dt data-tone="accent">{done}</dt>
          <dd>{format.number(completed)}</dd>
        </div>
        <div>
          <dt data-tone="red">{wrong}</dt>
          <dd>{format.number(failed)}</dd>
        </div>
        <Durations title={t("Waited")} of={wait} />
        <Durations title={t("Ran")} of={run} />
      </dl>
      <TimeChart
        label={t("Completed jobs and failed attempts: {completed} and {failed}", {
          completed: format.number(completed),
          failed: format.number(failed),
        })}
        series={[
          { name: done, color: "verdigris.5" },
          { name: wrong, color: "red.4" },
        ]}
        rows={points.map((point) => ({
          time: period === "week" ? format.dayAndTime(point.at) : format.time(point.at),
          [done]: point.completed,
          [wrong]: point.failed,
        }))}
      />
    </div>
  );
}
