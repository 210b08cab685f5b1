import type { Metadata } from "next";
import { HealthReport } from "#components/health/health-report.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Health" };

export default async function HealthPage() {
  const { trpc, queryClient } = await requireViewer("health.read");
  return (
    <Page title="Health" description="Checked again every 10 seconds.">
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.health.get.queryOptions())]}
      >
        <HealthReport />
      </Hydrated>
    </Page>
  );
}
