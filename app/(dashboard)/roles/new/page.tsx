import type { Metadata } from "next";
import { RoleEditor } from "#components/roles/role-editor.tsx";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "New role" };

export default async function NewRolePage() {
  const { trpc, queryClient, viewer } = await requireViewer("roles.update");
  const own = trpc.roles.effective.queryOptions({ userId: viewer.userId });
  return (
    <Page
      title="New role"
      parents={[{ label: "Roles", href: "/roles" }]}
      description="Of what you may do yourself; nobody grants what they lack."
    >
      <Hydrated queryClient={queryClient} reads={[queryClient.prefetchQuery(own)]}>
        <RoleEditor />
      </Hydrated>
    </Page>
  );
}
