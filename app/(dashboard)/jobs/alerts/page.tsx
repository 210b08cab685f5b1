import { getText } from "#components/i18n/page-text.ts";
import { AlertList } from "#components/jobs/alerts/alert-list.tsx";
import { NewAlert } from "#components/jobs/alerts/new-alert.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function AlertsPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("jobs.read");
  return (
    <Page
      parents={[{ label: t("Jobs"), href: "/jobs" }]}
      title={t("Alerts")}
      description={t("When a queue is worth a mail.")}
      actions={<NewAlert />}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.jobs.alerts.list.queryOptions())]}
      >
        <AlertList />
      </Hydrated>
    </Page>
  );
}
