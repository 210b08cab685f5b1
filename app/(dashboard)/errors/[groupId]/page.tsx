import { notFound } from "next/navigation";
import { ErrorPage } from "#components/errors/error-page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { createPageApi, requireViewer } from "#server/api/caller.ts";

interface OneErrorPageProps {
  params: Promise<{ groupId: string }>;
}

export default async function OneErrorPage({ params }: OneErrorPageProps) {
  const { queryClient } = await requireViewer("errors.read");
  const { groupId } = await params;
  if (!(await findGroup(groupId))) {
    notFound();
  }
  return (
    <Hydrated queryClient={queryClient} reads={[]}>
      <ErrorPage groupId={groupId} />
    </Hydrated>
  );
}

async function findGroup(groupId: string) {
  const { trpc, queryClient } = await createPageApi();
  return findOrNull(queryClient.fetchQuery(trpc.errors.get.queryOptions({ groupId })));
}
