import { errorGrid } from "#components/errors/error-grid.ts";
import { ErrorList } from "#components/errors/error-list.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function ErrorsPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("errors.read");
  const { state, reads } = await openList(api, { list: "errors", grid: errorGrid, ...props });
  const errors = api.trpc.errors.list.queryOptions(errorGrid.toInput(state));
  return (
    <Page
      title={t("Errors")}
      description={t("What nobody expected to go wrong, in requests and jobs.")}
    >
      <Hydrated
        queryClient={api.queryClient}
        reads={[...reads, api.queryClient.prefetchQuery(errors)]}
      >
        <ErrorList />
      </Hydrated>
    </Page>
  );
}
