import { getText } from "#components/i18n/page-text.ts";
import { Overview } from "#components/overview/overview.tsx";
import { loadPeriod } from "#components/overview/period.ts";
import { PeriodControl } from "#components/overview/period-control.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient } = await requireViewer("overview.read");
  const t = await getText();
  const { days } = await loadPeriod(searchParams);
  return (
    <Page title={t("Overview")} actions={<PeriodControl days={days} />}>
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.overview.get.queryOptions({ days })),
          queryClient.prefetchQuery(trpc.overview.attention.queryOptions()),
        ]}
      >
        <Overview days={days} />
      </Hydrated>
    </Page>
  );
}
