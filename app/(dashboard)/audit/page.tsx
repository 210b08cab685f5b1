import type { Metadata } from "next";
import { auditGrid, toAuditInput } from "#components/audit/audit-grid.ts";
import { AuditLog } from "#components/audit/audit-log.tsx";
import { ChainState } from "#components/audit/chain-state.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Audit" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient } = await requireViewer("audit.read");
  const input = toAuditInput(auditGrid.load(await searchParams));
  const list = queryClient.prefetchQuery(trpc.audit.list.queryOptions(input));
  return (
    <Page title="Audit" description="Every change, who made it, and what it was before.">
      <Hydrated queryClient={queryClient} reads={[list]}>
        <ChainState />
        <AuditLog />
      </Hydrated>
    </Page>
  );
}
