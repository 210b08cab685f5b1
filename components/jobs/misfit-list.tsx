"use client";

import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Panel } from "#components/display/panel.tsx";
import { ProblemMessage } from "#components/feedback/problem-message.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { PayloadProblems } from "#components/jobs/payload-problems.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { FIRST_MISFITS, MAX_MISFITS, type Misfits } from "#server/domains/jobs/misfits/schema.ts";
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
  const [limit, setLimit] = useState(FIRST_MISFITS);
  const format = useFormat();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    trpc.jobs.misfits.queryOptions(
      { limit },
      { refetchInterval: REFRESH_MS, placeholderData: keepPreviousData },
    ),
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
  const most = Math.min(data.total, MAX_MISFITS);
  return (
    <Panel
      title={title}
      actions={
        data.jobs.length < most && (
          <Button
            variant="default"
            size="compact-sm"
            loading={isPlaceholderData}
            onClick={() => setLimit(MAX_MISFITS)}
          >
            {t("Show {count} of them", { count: format.number(most) })}
          </Button>
        )
      }
      description={t(
        "{count, plural, one {# job was} other {# jobs were}} enqueued by other code. Open one to run it again with a payload that fits, or to delete it.",
        { count: data.total },
      )}
      isFlush
    >
      <DataTable label={title} columns={COLUMNS} rows={data.jobs} rowKey={({ jobId }) => jobId} />
    </Panel>
  );
}
