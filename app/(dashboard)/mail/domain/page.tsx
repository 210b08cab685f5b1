import { getText } from "#components/i18n/page-text.ts";
import { DomainCheck } from "#components/mail/domain/domain-check.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function DomainPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("mail.read");
  const check = queryClient.prefetchQuery(trpc.mail.checkDomain.queryOptions());
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={t("Sending domain")}
      description={t("Whether receivers can tell that your mail is yours.")}
    >
      <Hydrated queryClient={queryClient} reads={[check]}>
        <DomainCheck />
      </Hydrated>
    </Page>
  );
}
