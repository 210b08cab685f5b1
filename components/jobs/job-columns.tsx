import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { JobState } from "#components/jobs/job-state.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import type { Job } from "#server/domains/jobs/list/schema.ts";
import classes from "./job-columns.module.css";

export const jobColumns: readonly GridColumn<Job>[] = [
  {
    key: "queue",
    header: "Queue",
    width: 240,
    isPinned: true,
    phone: "title",
    cell: (job) => (
      <RowLink href={`/jobs/${job.id}`}>
        <span className={classes.queue}>{job.queue}</span>
      </RowLink>
    ),
  },
  {
    key: "state",
    header: "State",
    width: 200,
    phone: "tag",
    cell: ({ state }) => <JobState state={state} />,
  },
  {
    key: "createdAt",
    header: "Enqueued",
    width: 140,
    phone: "tag",
    cell: ({ createdAt }) => (
      <span className={classes.soft}>
        <RelativeTime date={createdAt} />
      </span>
    ),
  },
  {
    key: "seconds",
    header: "Duration",
    width: 100,
    phone: "tag",
    cell: ({ seconds }) => <Duration seconds={seconds} />,
  },
  {
    key: "attempts",
    header: "Attempts",
    width: 90,
    phone: "hidden",
    cell: ({ attempts }) => <Count of={attempts} />,
  },
  {
    key: "id",
    header: "Job id",
    width: 300,
    phone: "hidden",
    cell: ({ id }) => <code className={classes.id}>{id}</code>,
  },
];

/** In milliseconds below ten seconds. */
export function Duration({ seconds }: { seconds: number | null }) {
  const t = useText();
  const format = useFormat();
  if (seconds === null) return <span className={classes.soft}>–</span>;
  const text =
    seconds < 10
      ? t("{count} ms", { count: format.number(Math.round(seconds * 1_000)) })
      : format.duration(Math.round(seconds));
  return <span>{text}</span>;
}

function Count({ of: count }: { of: number }) {
  const format = useFormat();
  return <span className={count > 1 ? undefined : classes.soft}>{format.number(count)}</span>;
}
