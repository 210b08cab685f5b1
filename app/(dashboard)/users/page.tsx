import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { AddUser } from "#components/users/add-user.tsx";
import { TrashLink } from "#components/users/trash-link.tsx";
import { userGrid } from "#components/users/user-grid.ts";
import { UserList } from "#components/users/user-list.tsx";
import { findDefaultView } from "#components/views/default-view.ts";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Users" };

type Search = Promise<Record<string, string | string[] | undefined>>;

function UserPageActions() {
  return (
    <>
      <TrashLink />
      <AddUser />
    </>
  );
}

export default async function UsersPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient, viewer } = await requireViewer("users.read");
  const search = await searchParams;
  const views = trpc.views.list.queryOptions({ list: "users" });
  const hasViews = viewer.permissions.includes("account.manage");
  if (hasViews && Object.keys(search).length === 0) {
    await queryClient.prefetchQuery(views);
    const address = findDefaultView("/users", queryClient.getQueryData(views.queryKey));
    if (address) redirect(address);
  }
  const input = userGrid.toInput(userGrid.load(search));
  return (
    <Page title="Users" actions={<UserPageActions />}>
      <Hydrated
        queryClient={queryClient}
        reads={[
          queryClient.prefetchQuery(trpc.users.list.queryOptions(input)),
          queryClient.prefetchQuery(trpc.roles.options.queryOptions()),
          hasViews && queryClient.prefetchQuery(views),
        ].filter((read) => read !== false)}
      >
        <UserList />
      </Hydrated>
    </Page>
  );
}
