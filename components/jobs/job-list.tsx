"use client";

import { IconStack2 } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { knownOptionsOf } from "#components/data-grid/filter-words.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { sayChosen } from "#components/data-grid/selection-bar.tsx";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { BulkJobs } from "#components/jobs/bulk-jobs.tsx";
import { jobColumns } from "#components/jobs/job-columns.tsx";
import { jobGrid } from "#components/jobs/job-grid.ts";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { JOB_FIELDS } from "#server/domains/jobs/list/schema.ts";

const REFRESH_MS = 2_000;
/** A text is looked for in every payload. */
const SEARCH_REFRESH_MS = 10_000;

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

const NONE = { total: 0, isTotalEstimated: false };

const EMPTY: EmptyWords = {
  icon: IconStack2,
  none: { title: "No job yet", text: "Jobs appear here as they are enqueued." },
  noMatch: { title: "No job matches", text: "Try another text, or fewer filters." },
};

/** The jobs of every queue, read again every two seconds, or every ten while a text is looked for. */
export function JobList() {
  const t = useText();
  const trpc = useTRPC();
  const grid = useGrid(jobGrid, jobColumns);
  const mayManage = useMayChange("jobs.manage");
  const queues = useQuery(trpc.jobs.queues.queryOptions());
  const query = useQuery(
    trpc.jobs.list.queryOptions(grid.input, {
      placeholderData: keepPreviousData,
      refetchInterval: grid.state.search ? SEARCH_REFRESH_MS : REFRESH_MS,
    }),
  );
  const page = query.data ?? NONE;
  const chosen = sayChosen(t, { selection: grid.selection, page, names: NAMES });
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by queue, id or payload"
      rowKey={(job) => job.id}
      empty={EMPTY}
      actions={mayManage ? <BulkJobs grid={grid} chosen={chosen} /> : undefined}
      // A job does it, page by page.
      limit={Number.POSITIVE_INFINITY}
      tools={
        <>
          <ViewMenu list="jobs" grid={grid} search={jobGrid} plainName="All jobs" />
          <QuickFilter
            grid={grid}
            field="state"
            placeholder={t("Any state")}
            data={knownOptionsOf(t, JOB_FIELDS.state)}
            width={190}
          />
          <QuickFilter
            grid={grid}
            field="queue"
            placeholder={t("Any queue")}
            data={(queues.data?.queues ?? []).map(({ name }) => ({ value: name, label: name }))}
            width={230}
            isSearchable
          />
        </>
      }
    />
  );
}
