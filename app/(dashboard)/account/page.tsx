import { Account } from "#components/account/account.tsx";
import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function AccountPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("account.manage");
  return (
    <Page title={t("Your account")}>
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.account.get.queryOptions()),
          queryClient.prefetchQuery(trpc.account.sessions.queryOptions()),
        ]}
      >
        <Account />
      </Hydrated>
    </Page>
  );
}
