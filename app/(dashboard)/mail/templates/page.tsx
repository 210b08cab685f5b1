import type { Metadata } from "next";
import { getText } from "#components/i18n/page-text.ts";
import { MailTemplates } from "#components/mail/templates/mail-templates.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireViewer } from "#server/api/caller.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Mail templates") };
}

export default async function MailTemplatesPage() {
  const t = await getText();
  await requireViewer("mail.read");
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={t("Mail templates")}
      description={t("Every kind of mail, with made-up content, as its reader sees it.")}
    >
      <MailTemplates />
    </Page>
  );
}
