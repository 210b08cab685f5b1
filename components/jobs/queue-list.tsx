"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { hrefOfQueue } from "#components/jobs/job-grid.ts";
import { QueueState } from "#components/jobs/queue-state.tsx";
import { SteerQueue } from "#components/jobs/steer-queue.tsx";
import { WorkerNote } from "#components/jobs/worker-note.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Queue } from "#server/domains/jobs/schema.ts";
import classes from "./queue-list.module.css";

const REFRESH_MS = 2_000;

const COLUMNS: Column<Queue>[] = [
  { key: "queue", header: "Queue", cell: (queue) => <Name queue={queue} />, phone: "title" },
  { key: "state", header: "State", cell: (queue) => <QueueState queue={queue} />, phone: "tag" },
  {
    key: "waiting",
    header: "queue|Waiting",
    cell: (queue) => <Waiting queue={queue} />,
    phone: "tag",
  },
  {
    key: "active",
    header: "Running",
    cell: ({ active }) => <Count of={active} />,
    phone: "hidden",
  },
  {
    key: "done",
    header: "Last 24 hours",
    cell: (queue) => <Done queue={queue} />,
    phone: "tag",
  },
  {
    key: "steer",
    header: "queue|Steer",
    cell: (queue) => <SteerQueue queue={queue} />,
    phone: "tag",
  },
];

/** Every queue with its jobs, read again every two seconds. */
export function QueueList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.jobs.queues.queryOptions(undefined, { refetchInterval: REFRESH_MS }));
  return (
    <QueryView query={query} skeleton={<SkeletonRows count={6} />}>
      {({ queues, workers }) => (
        <>
          <WorkerNote queues={queues} workers={workers} />
          <div className={classes.frame}>
            <DataTable
              label={t("Queues")}
              columns={COLUMNS}
              rows={queues}
              rowKey={({ name }) => name}
            />
          </div>
        </>
      )}
    </QueryView>
  );
}

function Name({ queue: { name, description } }: { queue: Queue }) {
  const t = useText();
  return (
    <span className={classes.queue}>
      <Link href={hrefOfQueue(name)} className={classes.description}>
        {description === null ? t("No code works off this queue") : t.known(description)}
      </Link>
      <code className={classes.name}>{name}</code>
    </span>
  );
}

function Waiting({ queue: { waiting, delayed, waitingSince } }: { queue: Queue }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={classes.counts} data-none={(waiting === 0 && delayed === 0) || undefined}>
      <Count of={waiting} />
      <span className={classes.onPhone}>{t("waiting")}</span>
      {waitingSince && (
        <span className={classes.soft}>
          {t.rich("oldest: {time}", { time: <RelativeTime key="time" date={waitingSince} /> })}
        </span>
      )}
      {delayed > 0 && (
        <span className={classes.soft}>
          {t("{count} for later", { count: format.number(delayed) })}
        </span>
      )}
    </span>
  );
}

function Done({ queue: { completed, failed, dead } }: { queue: Queue }) {
  const t = useText();
  const format = useFormat();
  return (
    <span className={classes.counts}>
      <span>{t("{count} done", { count: format.number(completed) })}</span>
      {failed > 0 && (
        <span className={classes.failed}>
          {t("{count} failed", { count: format.number(failed) })}
        </span>
      )}
      {dead > 0 && (
        <span className={classes.failed}>
          {t("{count} in the dead letter queue", { count: format.number(dead) })}
        </span>
      )}
    </span>
  );
}

function Count({ of: count }: { of: number }) {
  const format = useFormat();
  return <span className={count === 0 ? classes.soft : undefined}>{format.number(count)}</span>;
}
