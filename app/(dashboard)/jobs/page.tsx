import type { Metadata } from "next";
import { getText } from "#components/i18n/page-text.ts";
import { AllJobsLink } from "#components/jobs/all-jobs-link.tsx";
import { QueueList } from "#components/jobs/queue-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Jobs") };
}

export default async function JobsPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("jobs.read");
  return (
    <Page
      title={t("Jobs")}
      description={t("What runs behind the requests, by queue.")}
      actions={<AllJobsLink />}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.jobs.queues.queryOptions())]}
      >
        <QueueList />
      </Hydrated>
    </Page>
  );
}
