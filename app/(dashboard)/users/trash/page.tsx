import type { Metadata } from "next";
import { Page } from "#components/shell/page.tsx";
import { Hydrated } from "#components/trpc/hydrated.tsx";
import { EmptyTrash } from "#components/users/empty-trash.tsx";
import { trashGrid } from "#components/users/trash-grid.ts";
import { TrashList } from "#components/users/trash-list.tsx";
import { requireViewer } from "#server/api/caller.ts";

export const metadata: Metadata = { title: "Trash" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function TrashPage({ searchParams }: { searchParams: Search }) {
  const { trpc, queryClient } = await requireViewer("users.delete");
  const input = trashGrid.toInput(trashGrid.load(await searchParams));
  const list = queryClient.prefetchQuery(trpc.users.listTrash.queryOptions(input));
  return (
    <Page
      title="Trash"
      parents={[{ label: "Users", href: "/users" }]}
      actions={<EmptyTrash />}
      description="Deleted users. They are shut out, and purged for good when their time is over."
    >
      <Hydrated queryClient={queryClient} reads={[list]}>
        <TrashList />
      </Hydrated>
    </Page>
  );
}
