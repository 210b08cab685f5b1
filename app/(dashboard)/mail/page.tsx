import { getText } from "#components/i18n/page-text.ts";
import { mailGrid } from "#components/mail/mail-grid.ts";
import { MailLinks } from "#components/mail/mail-links.tsx";
import { MailList } from "#components/mail/mail-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function MailPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("mail.read");
  const { state, reads } = await openList(api, { list: "mail", grid: mailGrid, ...props });
  const mails = api.trpc.mail.list.queryOptions(mailGrid.toInput(state));
  return (
    <Page
      title={t("Mail")}
      description={t("Everything that Binnacle has written, and what became of it.")}
      actions={<MailLinks />}
    >
      <Hydrated
        queryClient={api.queryClient}
        reads={[...reads, api.queryClient.prefetchQuery(mails)]}
      >
        <MailList />
      </Hydrated>
    </Page>
  );
}
