import { IconPlus } from "@tabler/icons-react";
import { getText } from "#components/i18n/page-text.ts";
import { ButtonLink } from "#components/link/link.tsx";
import { RoleList } from "#components/roles/role-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export default async function RolesPage() {
  const t = await getText();
  const { trpc, queryClient, viewer } = await requireViewer("roles.read");
  return (
    <Page
      title={t("Roles")}
      description={t("What people may do, by the roles that they hold.")}
      actions={
        viewer.permissions.includes("roles.update") && (
          <ButtonLink href="/roles/new" leftSection={<IconPlus size={16} stroke={1.8} />}>
            {t("New role")}
          </ButtonLink>
        )
      }
    >
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.roles.list.queryOptions()),
          queryClient.prefetchQuery(trpc.roles.holders.queryOptions()),
        ]}
      >
        <RoleList />
      </Hydrated>
    </Page>
  );
}
