import { Anchor } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyableId } from "#components/display/copyable-id.tsx";
import { Facts } from "#components/display/facts.tsx";
import { Panel } from "#components/display/panel.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { Duration } from "#components/jobs/job-columns.tsx";
import { hrefOfQueue } from "#components/jobs/job-grid.ts";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { JobDetail } from "#server/domains/jobs/list/schema.ts";

interface Fact {
  label: string;
  value: ReactNode;
}

/** When it ran, how often, and what caused it. */
export function JobFacts({ job }: { job: JobDetail }) {
  const t = useText();
  const time = (label: string, date: Date | null): Fact[] =>
    date ? [{ label, value: <RelativeTime date={date} /> }] : [];
  const isLater = job.state === "created" || job.state === "retry";
  return (
    <Panel title={t("About")}>
      <Facts
        facts={[
          { label: t("Job id"), value: <CopyableId value={job.id} label={t("Copy job id")} /> },
          {
            label: t("Queue"),
            value: (
              <Anchor component={Link} href={hrefOfQueue(job.queue)} inherit>
                {job.queue}
              </Anchor>
            ),
          },
          ...time(t("Enqueued"), job.createdAt),
          ...(isLater ? time(t("Not before"), job.startAfter) : []),
          ...time(t("Started"), job.startedAt),
          ...time(t("Ended"), job.endedAt),
          { label: t("Duration"), value: <Duration seconds={job.seconds} /> },
          {
            label: t("Attempts"),
            value: t("{done} of {total}", { done: job.attempts, total: job.retryLimit + 1 }),
          },
          { label: t("Priority"), value: job.priority },
          ...causeOf(job, {
            by: t("Caused by"),
            parent: t("Parent job"),
            request: t("Request"),
            copy: t("Copy request id"),
          }),
        ]}
      />
    </Panel>
  );
}

type CauseWords = Record<"by" | "parent" | "request" | "copy", string>;

function causeOf({ cause }: JobDetail, words: CauseWords): Fact[] {
  const { actorName, userId, jobId, requestId } = cause;
  const actor = userId ? (
    <Anchor component={Link} href={`/users/${userId}`} inherit>
      {actorName}
    </Anchor>
  ) : (
    actorName
  );
  return [
    ...(actorName ? [{ label: words.by, value: actor }] : []),
    ...(jobId
      ? [
          {
            label: words.parent,
            value: (
              <Anchor component={Link} href={`/jobs/${jobId}`} inherit>
                {jobId}
              </Anchor>
            ),
          },
        ]
      : []),
    ...(requestId
      ? [{ label: words.request, value: <CopyableId value={requestId} label={words.copy} /> }]
      : []),
  ];
}
