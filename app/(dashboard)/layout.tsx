import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import { ViewerProvider } from "#components/shell/viewer.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { makeQueryClient } from "#components/trpc/query-client.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { viewer, trpc } = await requireViewer();
  // Its own client: that of the page would carry the page's data twice.
  const queryClient = makeQueryClient();
  const hasAccount = viewer.permissions.includes("account.manage");
  const avatar = trpc.account.avatar.queryOptions();
  return (
    <ViewerProvider viewer={viewer}>
      <Hydrated
        queryClient={queryClient}
        reads={hasAccount ? [queryClient.prefetchQuery(avatar)] : []}
      >
        <Shell viewer={viewer}>{children}</Shell>
      </Hydrated>
    </ViewerProvider>
  );
}
