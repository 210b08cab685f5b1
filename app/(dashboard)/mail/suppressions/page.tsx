import { getText } from "#components/i18n/page-text.ts";
import { AddSuppression } from "#components/mail/suppressions/add-suppression.tsx";
import { suppressionGrid } from "#components/mail/suppressions/suppression-grid.ts";
import { SuppressionList } from "#components/mail/suppressions/suppression-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function SuppressionsPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("mail.read");
  const list = { list: "suppressions", grid: suppressionGrid } as const;
  const { state, reads } = await openList(api, { ...list, ...props });
  const suppressions = api.trpc.mail.suppressions.queryOptions(suppressionGrid.toInput(state));
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={t("Held back addresses")}
      description={t(
        "They get no mail, because it bounced or somebody said so. Whoever reported spam still gets what the account needs.",
      )}
      actions={<AddSuppression />}
    >
      <Hydrated
        queryClient={api.queryClient}
        reads={[...reads, api.queryClient.prefetchQuery(suppressions)]}
      >
        <SuppressionList />
      </Hydrated>
    </Page>
  );
}
