"use client";

import { useQueryStates } from "nuqs";
import { useState } from "react";
import type { GridColumn } from "#components/data-grid/grid-column.ts";
import type { GridSearch, GridState } from "#components/data-grid/grid-search.ts";
import type { Filter, ListFields, Sort } from "#server/platform/list/schema.ts";

/** Chosen rows: some by their ids, or all that match the search and filter but some. */
export interface Selection {
  isAllMatching: boolean;
  ids: ReadonlySet<string>;
}

export const NOTHING_SELECTED: Selection = { isAllMatching: false, ids: new Set() };

export type Grid<Row, Fields extends ListFields = ListFields> = ReturnType<
  typeof useGrid<Row, Fields>
>;

/** For the parts of a grid that care neither for its rows nor for its fields. */
export type AnyGrid = Grid<unknown>;

/** The list that the address bar asks for, and the ways to ask for another. */
export function useGrid<Row, Fields extends ListFields>(
  { fields, parsers, toInput }: GridSearch<Fields>,
  columns: readonly GridColumn<Row>[],
) {
  const [urlState, setState] = useQueryStates(parsers);
  const state = urlState as GridState<Fields>;
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const set = setState as (
    change: Partial<Nullable<GridState>>,
    options?: object,
  ) => Promise<unknown>;

  /** Another list begins at its first page, with nothing chosen. */
  function ask(change: Partial<Nullable<GridState>>) {
    setSelection(NOTHING_SELECTED);
    void set({ ...change, cursor: null });
  }

  const layout = readLayout(state as unknown as GridState, columns);
  return {
    fields,
    columns,
    state,
    input: toInput(state as never),
    layout,
    selection,
    setSelection,
    isFiltered: Boolean(state.search || state.filter),
    search: (search: string) => ask({ search }),
    filter: (filter: Filter<Fields> | null) => ask({ filter: filter as Filter | null }),
    clear: () => ask({ search: null, filter: null }),
    sort: (sort: Sort<Fields>[] | null) => ask({ sort: sort as Sort[] | null }),
    setLimit: (limit: GridState["limit"]) => ask({ limit }),
    goTo: (cursor: string) => void set({ cursor }, { history: "push" }),
    setLayout: (
      change: Partial<Nullable<Pick<GridState, "columns" | "pinned" | "widths" | "density">>>,
    ) => void set(change),
    resetLayout: () => void set({ columns: null, pinned: null, widths: null, density: null }),
  };
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

export interface GridLayout {
  /** Keys of the shown columns, in their order. */
  shown: string[];
  pinned: string[];
  widths: Record<string, number>;
}

function readLayout<Row>(
  { columns: chosen, pinned, widths }: GridState,
  columns: readonly GridColumn<Row>[],
): GridLayout {
  const known = new Set(columns.map(({ key }) => key));
  const usual = columns.filter(({ isHidden }) => !isHidden).map(({ key }) => key);
  const shown = (chosen ?? usual).filter((key) => known.has(key));
  const usuallyPinned = columns.filter(({ isPinned }) => isPinned).map(({ key }) => key);
  return { shown: shown.length > 0 ? shown : usual, pinned: pinned ?? usuallyPinned, widths };
}
