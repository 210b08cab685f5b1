import { getText } from "#components/i18n/page-text.ts";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { EmptyTrash } from "#components/users/empty-trash.tsx";
import { trashGrid } from "#components/users/trash-grid.ts";
import { TrashList } from "#components/users/trash-list.tsx";
import { type ListPageProps, openList } from "#components/views/open-list.ts";
import { requireViewer } from "#server/api/caller.ts";

export default async function TrashPage(props: ListPageProps) {
  const t = await getText();
  const api = await requireViewer("users.delete");
  const { state, reads } = await openList(api, { list: "trash", grid: trashGrid, ...props });
  const trash = api.trpc.users.listTrash.queryOptions(trashGrid.toInput(state));
  return (
    <Page
      title={t("Trash")}
      parents={[{ label: t("Users"), href: "/users" }]}
      description={t(
        "Deleted users. They are shut out, and purged for good when their time is over.",
      )}
      actions={<EmptyTrash />}
    >
      <Hydrated
        queryClient={api.queryClient}
        reads={[...reads, api.queryClient.prefetchQuery(trash)]}
      >
        <TrashList />
      </Hydrated>
    </Page>
  );
}
