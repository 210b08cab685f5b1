"use client";

import { Select } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { optionsOf } from "#components/data-grid/filter-words.ts";
import { joined, QuickFilter, topLevel } from "#components/data-grid/quick-filter.tsx";
import { type Grid, useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { jobColumns } from "#components/jobs/job-columns.tsx";
import { jobGrid } from "#components/jobs/job-grid.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { JOB_FIELDS, type Job, type JobFilter } from "#server/domains/jobs/list/schema.ts";
import type { Filter } from "#server/platform/list/schema.ts";

const REFRESH_MS = 2_000;

const NAMES = {
  table: "Jobs",
  list: "List of jobs",
  pages: "Pages of jobs",
  search: "Search jobs",
  count: "{count, plural, one {# job} other {# jobs}}",
  about: "about {count, plural, one {# job} other {# jobs}}",
  chosen: "{count, plural, one {# job} other {# jobs}} chosen",
  aboutChosen: "about {count, plural, one {# job} other {# jobs}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconStack2,
  none: { title: "No job yet", text: "Jobs appear here as they are enqueued." },
  noMatch: { title: "No job matches", text: "Try another text, or fewer filters." },
};

/** The jobs of every queue, read again every two seconds. */
export function JobList() {
  const t = useText();
  const trpc = useTRPC();
  const grid = useGrid(jobGrid, jobColumns);
  const query = useQuery(
    trpc.jobs.list.queryOptions(grid.input, {
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    }),
  );
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by queue, id or payload"
      rowKey={(job) => job.id}
      empty={EMPTY}
      tools={
        <>
          <ViewMenu list="jobs" grid={grid} search={jobGrid} plainName="All jobs" />
          <QuickFilter
            grid={grid}
            field="state"
            placeholder={t("Any state")}
            data={optionsOf(JOB_FIELDS.state).map(({ value, label }) => ({
              value,
              label: t.known(label),
            }))}
            width={190}
          />
          <QueueFilter grid={grid} />
        </>
      }
    />
  );
}

/** One queue, as a condition beside whatever else the filter asks for. */
function QueueFilter({ grid }: { grid: Grid<Job, typeof JOB_FIELDS> }) {
  const t = useText();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.jobs.queues.queryOptions());
  const filter = grid.state.filter as JobFilter | null;
  const members = topLevel(filter as Filter | null) as JobFilter[];
  const isMine = (member: JobFilter) => "field" in member && member.field === "queue";
  const mine = members.find(isMine);
  const value = mine && "value" in mine ? String(mine.value) : null;
  const names = data?.queues.map(({ name }) => name) ?? [];

  function change(queue: string | null) {
    const others = members.filter((member) => !isMine(member));
    const all: JobFilter[] = queue
      ? [...others, { field: "queue", operator: "is", value: queue }]
      : others;
    grid.filter(joined(all as Filter[]) as never);
  }

  return (
    <Select
      aria-label={t("Queue")}
      placeholder={t("Any queue")}
      data={value && !names.includes(value) ? [...names, value] : names}
      value={value}
      onChange={change}
      clearable
      searchable
      w={230}
    />
  );
}
