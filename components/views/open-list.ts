import { redirect } from "next/navigation";
import type { GridSearch, GridState } from "#components/data-grid/grid-search.ts";
import { findDefaultView } from "#components/views/default-view.ts";
import type { requireViewer } from "#server/api/caller.ts";
import type { ViewList } from "#server/domains/views/catalog.ts";
import type { ListFields } from "#server/platform/list/schema.ts";

export interface ListPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface OpenListOptions<Fields extends ListFields> extends ListPageProps {
  list: ViewList;
  grid: GridSearch<Fields>;
}

/**
 * What the address asks of a list, and the reads that its views need. Opened without parameters, the
 * list leads on to the viewer's default view.
 */
export async function openList<Fields extends ListFields>(
  { trpc, queryClient, viewer }: Awaited<ReturnType<typeof requireViewer>>,
  { list, grid, searchParams }: OpenListOptions<Fields>,
): Promise<{ state: GridState<Fields>; reads: Promise<unknown>[] }> {
  const search = await searchParams;
  const state = grid.load(search) as GridState<Fields>;
  if (!viewer.permissions.includes("account.manage")) return { state, reads: [] };
  const views = trpc.views.list.queryOptions({ list });
  const read = queryClient.prefetchQuery(views);
  if (Object.keys(search).length === 0) {
    await read;
    const address = findDefaultView(list, queryClient.getQueryData(views.queryKey));
    if (address) redirect(address);
  }
  return { state, reads: [read] };
}
