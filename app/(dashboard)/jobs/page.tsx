import { getText } from "#components/i18n/page-text.ts";
import { JobLinks } from "#components/jobs/job-links.tsx";
import { JobsOverview } from "#components/jobs/jobs-overview.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";
import { FIRST_MISFITS } from "#server/domains/jobs/misfits/schema.ts";

export default async function JobsPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("jobs.read");
  return (
    <Page
      title={t("Jobs")}
      description={t("What runs behind the requests, by queue.")}
      actions={<JobLinks />}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.jobs.queues.queryOptions()),
          queryClient.prefetchQuery(trpc.jobs.activity.queryOptions({ period: "hour" })),
          queryClient.prefetchQuery(trpc.jobs.workers.queryOptions()),
          queryClient.prefetchQuery(trpc.jobs.misfits.queryOptions({ limit: FIRST_MISFITS })),
        ]}
      >
        <JobsOverview />
      </Hydrated>
    </Page>
  );
}
