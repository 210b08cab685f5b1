import { notFound } from "next/navigation";
import { historyQueryOptions } from "#components/audit/history-query.ts";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { findOrNull } from "#components/trpc/refusal.ts";
import { UserDetail } from "#components/users/user-detail.tsx";
import { createPageApi, requireViewer } from "#server/api/caller.ts";

interface UserPageProps {
  params: Promise<{ userId: string }>;
}

export default async function UserPage({ params }: UserPageProps) {
  const { trpc, caller, queryClient, viewer } = await requireViewer("users.read");
  const { userId } = await params;
  if (!(await findUser(userId))) {
    notFound();
  }
  const sessions = trpc.users.sessions.queryOptions({ userId });
  const effective = trpc.roles.effective.queryOptions({ userId });
  const history = historyQueryOptions({
    queryKey: trpc.users.history.infiniteQueryKey({ userId }),
    read: (cursor) => caller.users.history({ userId, cursor }),
  });
  const activity = historyQueryOptions({
    queryKey: trpc.users.activity.infiniteQueryKey({ userId }),
    read: (cursor) => caller.users.activity({ userId, cursor }),
  });
  const mayReadAudit = viewer.permissions.includes("audit.read");
  return (
    <Hydrated
      queryClient={queryClient}
      reads={[
        queryClient.prefetchQuery(trpc.roles.options.queryOptions()),
        viewer.permissions.includes("roles.read") && queryClient.prefetchQuery(effective),
        viewer.permissions.includes("sessions.read") && queryClient.prefetchQuery(sessions),
        mayReadAudit && queryClient.prefetchInfiniteQuery(history),
        mayReadAudit && queryClient.prefetchInfiniteQuery(activity),
      ].filter((read) => read !== false)}
    >
      <UserDetail userId={userId} />
    </Hydrated>
  );
}

async function findUser(userId: string) {
  const { trpc, queryClient } = await createPageApi();
  return findOrNull(queryClient.fetchQuery(trpc.users.get.queryOptions({ userId })));
}
