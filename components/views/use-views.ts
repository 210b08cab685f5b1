"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import type { GridSearch } from "#components/data-grid/grid-search.ts";
import { type Grid, NOTHING_SELECTED } from "#components/data-grid/use-grid.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { NO_VIEW } from "#components/views/default-view.ts";
import { normalizeState, serializeState } from "#components/views/view-state.ts";
import type { ViewList } from "#server/domains/views/catalog.ts";
import type { View } from "#server/domains/views/schema.ts";
import type { ListFields } from "#server/platform/list/schema.ts";

const NONE: View[] = [];

export interface ViewsOptions<Row, Fields extends ListFields> {
  list: ViewList;
  grid: Grid<Row, Fields>;
  search: GridSearch<Fields>;
}

/** The views of a list, which of them is open, and the ways to open another. */
export function useViews<Row, Fields extends ListFields>(options: ViewsOptions<Row, Fields>) {
  const { list, grid, search } = options;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: views = NONE } = useQuery(trpc.views.list.queryOptions({ list }));
  const [address, setAddress] = useQueryStates({ ...search.parsers, view: parseAsString });
  const state = serializeState(search, grid.state);
  const open = views.find(({ id }) => id === address.view) ?? null;
  const hasDefault = views.some(({ isDefault }) => isDefault);

  function go(saved: string, view: string | null) {
    grid.setSelection(NOTHING_SELECTED);
    const next = { ...search.load(new URLSearchParams(saved)), cursor: null, view };
    void setAddress(next as never, { history: "push" });
  }

  return {
    list,
    views,
    open,
    hasDefault,
    state,
    isChanged: state !== (open ? normalizeState(search, open.state) : ""),
    show: (view: View) => go(view.state, view.id),
    /** The list as it comes. */
    reset: () => go("", hasDefault ? NO_VIEW : null),
    /** Names the view whose state the address holds already. */
    name: (view: View | null) => void setAddress({ view: view?.id ?? null } as never),
    refresh: () => queryClient.invalidateQueries(trpc.views.list.queryFilter({ list })),
  };
}

export type Views = ReturnType<typeof useViews>;
