"use client";

import { useQuery } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { Pill } from "#components/display/pill.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Workers } from "#server/domains/jobs/activity/schema.ts";
import classes from "./queue-list.module.css";

type Worker = Workers[number];

const REFRESH_MS = 5_000;

const COLUMNS: Column<Worker>[] = [
  { key: "name", header: "Worker", cell: (worker) => <Name {...worker} />, phone: "title" },
  { key: "state", header: "State", cell: (worker) => <State {...worker} />, phone: "tag" },
  { key: "running", header: "Running", cell: (worker) => <Running {...worker} />, phone: "tag" },
  {
    key: "started",
    header: "Started",
    cell: ({ startedAt }) => <RelativeTime date={startedAt} />,
    phone: "hidden",
  },
  {
    key: "seen",
    header: "Last heard of",
    cell: ({ seenAt }) => <RelativeTime date={seenAt} />,
    phone: "hidden",
  },
];

/** The processes that work off the queues. */
export function WorkerList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.jobs.workers.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  return (
    <Panel title={t("Workers")} isFlush>
      <QueryView query={query} skeleton={<SkeletonRows count={2} />}>
        {(workers) =>
          workers.length > 0 ? (
            <DataTable
              label={t("Workers")}
              columns={COLUMNS}
              rows={workers}
              rowKey={({ id }) => id}
            />
          ) : (
            <p className={classes.none}>{t("No worker has been heard of today.")}</p>
          )
        }
      </QueryView>
    </Panel>
  );
}

function Name({ host, pid, version }: Worker) {
  const t = useText();
  return (
    <span className={classes.queue}>
      <span className={classes.description}>{host}</span>
      <span className={classes.soft}>
        {t("Process {pid}, version {version}", { pid, version })}
      </span>
    </span>
  );
}

function State({ isAlive }: Worker) {
  const t = useText();
  return (
    <Pill tone={isAlive ? "green" : "red"} withDot>
      {isAlive ? t("worker|Working") : t("worker|Silent")}
    </Pill>
  );
}

function Running({ running, queues }: Worker) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={classes.counts}>
      {t("{count, plural, one {# job} other {# jobs}}", { count: running })}
      <span className={classes.soft}>
        {t("of {count} queues", { count: format.number(queues) })}
      </span>
    </span>
  );
}
