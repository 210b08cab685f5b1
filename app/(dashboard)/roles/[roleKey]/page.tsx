import { notFound } from "next/navigation";
import { RoleDetail } from "#components/roles/role-detail.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi, requireViewer } from "#server/api/caller.ts";

interface RolePageProps {
  params: Promise<{ roleKey: string }>;
}

export default async function RolePage({ params }: RolePageProps) {
  const { trpc, queryClient, viewer } = await requireViewer("roles.read");
  const { roleKey } = await params;
  if (!(await findRole(roleKey))) {
    notFound();
  }
  const own = trpc.roles.effective.queryOptions({ userId: viewer.userId });
  return (
    <Hydrated
      queryClient={queryClient}
      reads={[
        queryClient.prefetchQuery(trpc.roles.holders.queryOptions()),
        queryClient.prefetchQuery(own),
      ]}
    >
      <RoleDetail roleKey={roleKey} />
    </Hydrated>
  );
}

async function findRole(key: string) {
  const { trpc, queryClient } = await createPageApi();
  return findOrNull(queryClient.fetchQuery(trpc.roles.get.queryOptions({ key })));
}
