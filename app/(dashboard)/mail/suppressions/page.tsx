import type { Metadata } from "next";
import { getText } from "#components/i18n/page-text.ts";
import { AddSuppression } from "#components/mail/suppressions/add-suppression.tsx";
import { SuppressionList } from "#components/mail/suppressions/suppression-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t("Held back addresses") };
}

export default async function SuppressionsPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("mail.read");
  return (
    <Page
      parents={[{ label: t("Mail"), href: "/mail" }]}
      title={t("Held back addresses")}
      description={t(
        "They get no mail, because it bounced, was reported as spam, or somebody said so.",
      )}
      actions={<AddSuppression />}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.mail.suppressions.queryOptions())]}
      >
        <SuppressionList />
      </Hydrated>
    </Page>
  );
}
