"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Misfits } from "#server/domains/jobs/misfits/schema.ts";
import classes from "./queue-list.module.css";

type Misfit = Misfits["jobs"][number];

const REFRESH_MS = 10_000;

const COLUMNS: Column<Misfit>[] = [
  {
    key: "job",
    header: "Job",
    cell: ({ jobId, queue }) => (
      <span className={classes.queue}>
        <Link href={`/jobs/${jobId}`} className={classes.description}>
          {queue}
        </Link>
        <code className={classes.name}>{jobId}</code>
      </span>
    ),
    phone: "title",
  },
  {
    key: "problems",
    header: "What does not fit",
    cell: ({ problems }) => problems.map((problem) => <div key={problem}>{problem}</div>),
    phone: "text",
  },
  {
    key: "createdAt",
    header: "Enqueued",
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
    phone: "tag",
  },
];

/** Queued jobs that will fail because the code has changed; nothing while all fit. */
export function MisfitList() {
  const t = useText();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.jobs.misfits.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  if (!data || data.total === 0) return null;
  return (
    <Panel
      title={t("Queued jobs that the code of today cannot run")}
      description={t(
        "{count, plural, one {# job was} other {# jobs were}} enqueued by other code. Open one to run it again with a payload that fits.",
        { count: data.total },
      )}
      isFlush
    >
      <DataTable
        label={t("Queued jobs that the code of today cannot run")}
        columns={COLUMNS}
        rows={data.jobs}
        rowKey={({ jobId }) => jobId}
      />
    </Panel>
  );
}
