import { getText } from "#components/i18n/page-text.ts";
import { SettingsPanels } from "#components/settings/settings-panels.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function SettingsPage() {
  const t = await getText();
  const { trpc, queryClient } = await requireViewer("settings.read");
  return (
    <Page
      title={t("Settings")}
      description={t("A change counts in every process within a second.")}
    >
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.settings.list.queryOptions())]}
      >
        <SettingsPanels />
      </Hydrated>
    </Page>
  );
}
