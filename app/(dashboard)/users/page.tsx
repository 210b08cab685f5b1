import type { Metadata } from "next";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { InviteUser } from "#components/users/invite-user.tsx";
import { loadUserListSearch, toListUsersInput } from "#components/users/list-search.ts";
import { UserList } from "#components/users/user-list.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Users" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function UsersPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient } = await requireViewer("users.read");
  const input = toListUsersInput(await loadUserListSearch(searchParams));
  return (
    <Page title="Users" actions={<InviteUser />}>
      <Hydrated
        queryClient={queryClient}
        reads={[queryClient.prefetchQuery(trpc.users.list.queryOptions(input))]}
      >
        <UserList />
      </Hydrated>
    </Page>
  );
}
