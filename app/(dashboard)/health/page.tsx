import { HealthReport } from "#components/health/health-report.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function HealthPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("health.read");
  return (
    <Page title={t("Health")} description={t("Checked again every 10 seconds.")}>
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.health.get.queryOptions())]}
      >
        <HealthReport />
      </Hydrated>
    </Page>
  );
}
