"use client";

import { Alert, Progress } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Panel } from "#components/display/panel.tsx";
import { GoneNote, isGone } from "#components/feedback/gone-note.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { JobActions } from "#components/jobs/job-actions.tsx";
import { JobFacts } from "#components/jobs/job-facts.tsx";
import { isOver, JobState } from "#components/jobs/job-state.tsx";
import { JobTimeline } from "#components/jobs/job-timeline.tsx";
import { PayloadProblems } from "#components/jobs/payload-problems.tsx";
import { Page } from "#components/shell/page.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { JobDetail } from "#server/domains/jobs/list/schema.ts";
import classes from "./job-page.module.css";

const REFRESH_MS = 1_000;
const ENDED_REFRESH_MS = 5_000;

/** One job, read again every second until it has ended, and then less often. */
export function JobPage({ jobId }: { jobId: string }) {
  const t = useText();
  const trpc = useTRPC();
  const { data: job, error } = useSuspenseQuery(
    trpc.jobs.get.queryOptions(
      { jobId },
      { refetchInterval: ({ state }) => !isGone(state.error) && refreshMsOf(state.data) },
    ),
  );
  return (
    <Page
      parents={[
        { label: t("Jobs"), href: "/jobs" },
        { label: t("All jobs"), href: "/jobs/list" },
      ]}
      title={job.queue}
      heading={
        <span className={classes.title}>
          {job.queue}
          <JobState state={job.state} />
        </span>
      }
      description={job.description ? t.known(job.description) : undefined}
      actions={!isGone(error) && <JobActions job={job} />}
    >
      <GoneNote error={error} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Problems problems={job.payloadProblems} />
          <Done progress={job.progress} />
          <JobTimeline attempts={job.timeline} />
          <Document title={t("Payload")} value={job.payload} />
          {job.state === "completed" && <Document title={t("Output")} value={job.output} />}
          <Lines job={job} />
        </div>
        <JobFacts job={job} />
      </div>
    </Page>
  );
}

function refreshMsOf(job: JobDetail | undefined): number {
  return job && isOver(job.state) ? ENDED_REFRESH_MS : REFRESH_MS;
}

function Problems({ problems }: { problems: string[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <Alert color="red" title={t("The payload does not fit what the code expects today")}>
      <PayloadProblems problems={problems} />
    </Alert>
  );
}

function Done({ progress }: { progress: JobDetail["progress"] }) {
  const t = useText();
  const format = useFormat();
  if (!progress) return null;
  const { done, total, note } = progress;
  const words = t("{done} of {total}", { done: format.number(done), total: format.number(total) });
  return (
    <Panel title={t("Progress")} actions={<span className={classes.soft}>{words}</span>}>
      <Progress value={total > 0 ? (100 * done) / total : 0} aria-label={t("Progress")} />
      {note && <p className={classes.note}>{note}</p>}
    </Panel>
  );
}

function Document({ title, value }: { title: string; value: unknown }) {
  const t = useText();
  return (
    <Panel title={title}>
      {value === null || value === undefined ? (
        <span className={classes.soft}>{t("Nothing")}</span>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
        <pre className={classes.document} tabIndex={0}>
          {JSON.stringify(value, null, 2)}
        </pre>
      )}
    </Panel>
  );
}

function Lines({ job: { lines, hasMoreLines } }: { job: JobDetail }) {
  const t = useText();
  const format = useFormat();
  if (lines.length === 0) return null;
  return (
    <Panel
      title={t("Lines")}
      description={hasMoreLines && t("The newest {count}", { count: format.number(lines.length) })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <div className={classes.newestLast} tabIndex={0}>
        <ol className={classes.lines}>
          {lines.map(({ id, at, line }) => (
            <li key={id}>
              <span className={classes.soft}>{format.instant(at)}</span>
              <span>{line}</span>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}
