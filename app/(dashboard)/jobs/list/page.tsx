import { getText } from "#components/i18n/page-text.ts";
import { jobGrid } from "#components/jobs/job-grid.ts";
import { JobList } from "#components/jobs/job-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function JobListPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("jobs.read");
  const { state, reads } = await openList(api, { list: "jobs", grid: jobGrid, ...props });
  const { trpc, queryClient } = api;
  return (
    <Page
      parents={[{ label: t("Jobs"), href: "/jobs" }]}
      title={t("All jobs")}
      description={t("Every job of every queue, as long as it is kept.")}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[
          ...reads,
          queryClient.prefetchQuery(trpc.jobs.list.queryOptions(jobGrid.toInput(state))),
          queryClient.prefetchQuery(trpc.jobs.queues.queryOptions()),
        ]}
      >
        <JobList />
      </Hydrated>
    </Page>
  );
}
