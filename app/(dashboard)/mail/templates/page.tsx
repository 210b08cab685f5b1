import { getText } from "#components/i18n/page-text.ts";
import { FIRST_SHOWN } from "#components/mail/templates/first-shown.ts";
import { MailTemplates } from "#components/mail/templates/mail-templates.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function MailTemplatesPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("mail.read");
  const shown = trpc.mail.preview.queryOptions({ ...FIRST_SHOWN, locale: t.locale });
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={t("Mail templates")}
      description={t("Every kind of mail, with made-up content, as its reader sees it.")}
    >
      <Hydrated queryClient={queryClient} reads={[queryClient.prefetchQuery(shown)]}>
        <MailTemplates />
      </Hydrated>
    </Page>
  );
}
