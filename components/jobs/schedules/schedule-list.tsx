"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { hrefOfQueue } from "#components/jobs/job-grid.ts";
import { JobState } from "#components/jobs/job-state.tsx";
import { PausedPill } from "#components/jobs/paused-pill.tsx";
import { ScheduleActions } from "#components/jobs/schedules/schedule-actions.tsx";
import { TimingWords } from "#components/jobs/schedules/timing-words.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import type { Schedule } from "#server/domains/jobs/schedules/schema.ts";
import classes from "../queue-list.module.css";

/** What becomes of their jobs is no event. */
const REFRESH_MS = 5_000;

const COLUMNS: Column<Schedule>[] = [
  { key: "name", header: "Schedule", cell: (schedule) => <Name {...schedule} />, phone: "title" },
  { key: "timing", header: "When", cell: (schedule) => <When {...schedule} />, phone: "text" },
  { key: "next", header: "Next run", cell: (schedule) => <Next {...schedule} />, phone: "tag" },
  { key: "last", header: "Last run", cell: (schedule) => <Last {...schedule} />, phone: "tag" },
  {
    key: "steer",
    header: "Actions",
    cell: (schedule) => <ScheduleActions schedule={schedule} />,
    phone: "tag",
  },
];

/** Every schedule with its next and last run, read again every few seconds. */
export function ScheduleList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.jobs.schedules.list.queryOptions(undefined, { refetchInterval: REFRESH_MS }),
  );
  return (
    <QueryView query={query} skeleton={<SkeletonRows count={6} />}>
      {(schedules) => (
        <div className={classes.frame}>
          <DataTable
            label={t("Schedules")}
            columns={COLUMNS}
            rows={schedules}
            rowKey={({ id }) => id}
          />
        </div>
      )}
    </QueryView>
  );
}

function Name({ name, queue, description, isFromCode }: Schedule) {
  const t = useText();
  return (
    <span className={classes.queue}>
      <span className={classes.description}>{isFromCode ? t.known(description) : description}</span>
      <span className={classes.soft}>
        <code>{name}</code>
        {name !== queue && (
          <>
            {" · "}
            <Link href={hrefOfQueue(queue)}>{queue}</Link>
          </>
        )}
      </span>
    </span>
  );
}

function When({ timing, timingInCode, isEdited, isFromCode }: Schedule) {
  const t = useText();
  const isKept = isEdited && isFromCode && !timingInCode;
  return (
    <span className={classes.queue}>
      <TimingWords timing={timing} />
      {timingInCode && (
        <span className={classes.soft}>
          {t("Changed here; the code says {timing}", { timing: timingInCode })}
        </span>
      )}
      {isKept && <span className={classes.soft}>{t("Changed here; a deploy keeps it")}</span>}
    </span>
  );
}

function Next({ nextAt, isDropped, pausedAt, pausedByName, pauseReason }: Schedule) {
  const t = useText();
  if (isDropped) return <span className={classes.soft}>{t("The code brings it no more")}</span>;
  if (pausedAt) {
    const label = t("schedule|Paused");
    return <PausedPill at={pausedAt} byName={pausedByName} reason={pauseReason} label={label} />;
  }
  if (!nextAt) return <span className={classes.soft}>{t("Does not run again")}</span>;
  return (
    <span>
      <span className={classes.onPhone}>{t("Next run")} </span>
      <RelativeTime date={nextAt} />
    </span>
  );
}

function Last({ lastAt, lastJobId, lastState }: Schedule) {
  const t = useText();
  if (!lastAt) return <span className={`${classes.soft} ${classes.offPhone}`}>{t("Not yet")}</span>;
  const time = (
    <>
      <span className={classes.onPhone}>{t("Last run")} </span>
      <RelativeTime date={lastAt} />
    </>
  );
  if (!lastJobId || !lastState) return <span>{time}</span>;
  return (
    <span className={classes.queue}>
      <Link href={`/jobs/${lastJobId}`}>{time}</Link>
      <span>
        <JobState state={lastState} />
      </span>
    </span>
  );
}
