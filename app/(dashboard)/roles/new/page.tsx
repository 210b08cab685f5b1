import { getText } from "#components/i18n/page-text.ts";
import { RoleEditor } from "#components/roles/role-editor.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function NewRolePage() {
  const t = await getText();
  const { trpc, queryClient, viewer } = await requireViewer("roles.update");
  const own = trpc.roles.effective.queryOptions({ userId: viewer.userId });
  return (
    <Page
      title={t("New role")}
      parents={[{ label: t("Roles"), href: "/roles" }]}
      description={t("Of what you may do yourself; nobody grants what they lack.")}
    >
      <Hydrated queryClient={queryClient} reads={[queryClient.prefetchQuery(own)]}>
        <RoleEditor />
      </Hydrated>
    </Page>
  );
}
