import { auditGrid, toAuditInput } from "#components/audit/audit-grid.ts";
import { AuditLog } from "#components/audit/audit-log.tsx";
import { ChainState } from "#components/audit/chain-state.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function AuditPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("audit.read");
  const { state, reads } = await openList(api, { list: "audit", grid: auditGrid, ...props });
  const entries = api.trpc.audit.list.queryOptions(toAuditInput(state));
  return (
    <Page title={t("Audit")} description={t("Every change, who made it, and what it was before.")}>
      <Hydrated
        queryClient={api.queryClient}
        reads={[...reads, api.queryClient.prefetchQuery(entries)]}
      >
        <ChainState />
        <AuditLog />
      </Hydrated>
    </Page>
  );
}
