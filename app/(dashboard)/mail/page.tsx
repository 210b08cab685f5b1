import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getText } from "#components/i18n/page-text.ts";
import { mailGrid } from "#components/mail/mail-grid.ts";
import { MailList } from "#components/mail/mail-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findDefaultView } from "#components/views/default-view.ts";
import { requireViewer } from "#server/api/caller.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Mail") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function MailPage({ searchParams }: { searchParams: Search }) {
  const t = await getText();
  const { trpc, queryClient, viewer } = await requireViewer("mail.read");
  const search = await searchParams;
  const views = trpc.views.list.queryOptions({ list: "mail" });
  const hasViews = viewer.permissions.includes("account.manage");
  if (hasViews && Object.keys(search).length === 0) {
    await queryClient.prefetchQuery(views);
    const address = findDefaultView("/mail", queryClient.getQueryData(views.queryKey));
    if (address) redirect(address);
  }
  const input = mailGrid.toInput(mailGrid.load(search));
  return (
    <Page title={t("Mail")} description={t("Everything that Binnacle has sent, links included.")}>
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.mail.list.queryOptions(input)),
          hasViews && queryClient.prefetchQuery(views),
        ].filter((read) => read !== false)}
      >
        <MailList />
      </Hydrated>
    </Page>
  );
}
