"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Panel } from "#components/display/panel.tsx";
import { ProblemMessage } from "#components/feedback/problem-message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PayloadProblems } from "#components/jobs/payload-problems.tsx";
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
    cell: ({ problems }) => <PayloadProblems problems={problems} />,
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
  const { data, error, refetch } = useQuery(
    trpc.jobs.misfits.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  const title = t("Queued jobs that the code of today cannot run");
  if (!data && error) {
    return (
      <Panel title={title}>
        <ProblemMessage error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (!data || data.total === 0) return null;
  return (
    <Panel
      title={title}
      description={t(
        "{count, plural, one {# job was} other {# jobs were}} enqueued by other code. Open one to run it again with a payload that fits.",
        { count: data.total },
      )}
      isFlush
    >
      <DataTable label={title} columns={COLUMNS} rows={data.jobs} rowKey={({ jobId }) => jobId} />
    </Panel>
  );
}
