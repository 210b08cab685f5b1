import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { AddUser } from "#components/users/add-user.tsx";
import { TrashLink } from "#components/users/trash-link.tsx";
import { userGrid } from "#components/users/user-grid.ts";
import { UserList } from "#components/users/user-list.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

const ACTIONS = (
  <>
    <TrashLink />
    <AddUser />
  </>
);

export default async function UsersPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("users.read");
  const { state, reads } = await openList(api, { list: "users", grid: userGrid, ...props });
  const { queryClient, trpc } = api;
  const users = queryClient.prefetchQuery(trpc.users.list.queryOptions(userGrid.toInput(state)));
  const roles = queryClient.prefetchQuery(trpc.roles.options.queryOptions());
  return (
    <Page title={t("Users")} actions={ACTIONS}>
      <Hydrated queryClient={queryClient} reads={[...reads, users, roles]}>
        <UserList />
      </Hydrated>
    </Page>
  );
}
