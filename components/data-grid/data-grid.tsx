"use client";

import { useMediaQuery } from "@mantine/hooks";
import type { UseQueryResult } from "@tanstack/react-query";
import { type CSSProperties, type ReactNode, useRef } from "react";
import { ColumnMenu } from "#components/data-grid/column-menu.tsx";
import { EmptyList, type EmptyWords } from "#components/data-grid/empty-list.tsx";
import { FilterButton } from "#components/data-grid/filter-button.tsx";
import { GridBody } from "#components/data-grid/grid-body.tsx";
import { GridHead } from "#components/data-grid/grid-head.tsx";
import { GridPager } from "#components/data-grid/grid-pager.tsx";
import { GridShortcuts } from "#components/data-grid/grid-shortcuts.tsx";
import { SELECT_WIDTH } from "#components/data-grid/pinned-style.ts";
import { SelectionBar } from "#components/data-grid/selection-bar.tsx";
import type { AnyGrid, Grid } from "#components/data-grid/use-grid.ts";
import { useGridKeys } from "#components/data-grid/use-grid-keys.ts";
import { useGridTable } from "#components/data-grid/use-grid-table.ts";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import type { Message, PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { SearchField } from "#components/list/search-field.tsx";
import { useRememberList } from "#components/shell/remembered-list.ts";
import type { ListFields } from "#server/platform/list/schema.ts";
import { MAX_SELECTED } from "#server/platform/list/selection/schema.ts";
import classes from "./data-grid.module.css";

export interface GridPage<Row> {
  items: Row[];
  nextCursor: string | null;
  previousCursor: string | null;
  total: number;
  isTotalEstimated: boolean;
}

type Counted = Extract<Message, `${string}{count, ${string}`>;

/** What the list and its parts are called. */
export interface GridNames {
  /** "Users" */
  table: PlainMessage;
  /** "List of users" */
  list: PlainMessage;
  /** "Pages of users" */
  pages: PlainMessage;
  /** "Search users"; where there is a search. */
  search?: PlainMessage;
  /** "5 users", and where the number is an estimate. */
  count: Counted;
  about: Counted;
  /** "5 users chosen" */
  chosen: Counted;
  aboutChosen: Counted;
}

interface DataGridProps<Row, Fields extends ListFields> {
  grid: Grid<Row, Fields>;
  query: UseQueryResult<GridPage<Row>, unknown>;
  names: GridNames;
  /** Without it, the list has no search. */
  searchPlaceholder?: PlainMessage;
  rowKey: (row: Row) => string;
  empty: EmptyWords;
  /** Quick filters and views, beside the search. */
  tools?: ReactNode;
  /** What can be done with the rows that are chosen; without it, none can be. */
  actions?: ReactNode;
  /** How many rows the actions take at once, as far as they are chosen by a filter. */
  limit?: number;
}

/** A list with filter, sort, columns, selection, pages and keys; on a phone, cards. */
export function DataGrid<Row extends object, Fields extends ListFields>(
  props: DataGridProps<Row, Fields>,
) {
  const { grid, query, names, searchPlaceholder, empty, tools, actions } = props;
  const { limit = MAX_SELECTED } = props;
  const t = useText();
  const frame = useRef<HTMLElement>(null);
  useRememberList();
  const anyGrid = grid as unknown as AnyGrid;
  const page = query.data;
  return (
    <section className={classes.frame} ref={frame} aria-label={t(names.list)}>
      <search className={classes.toolbar}>
        {searchPlaceholder && (
          <SearchField
            label={t(names.search ?? "Search")}
            placeholder={t(searchPlaceholder)}
            value={grid.state.search}
            onChange={grid.search}
            className={classes.search}
          />
        )}
        {tools}
        <FilterButton grid={anyGrid} />
        <div className={classes.end}>
          <ColumnMenu grid={anyGrid} />
          <GridShortcuts frame={frame} page={page} onGo={grid.goTo} />
        </div>
      </search>
      {actions && page && (
        <SelectionBar {...{ names, actions, limit }} grid={anyGrid} page={page} />
      )}
      <QueryView query={query} skeleton={<SkeletonRows count={grid.state.limit} />}>
        {(data) => (
          <>
            {data.items.length === 0 ? (
              <EmptyList words={empty} grid={anyGrid} />
            ) : (
              <GridRows {...props} page={data} />
            )}
            <GridPager grid={anyGrid} page={data} names={names} />
          </>
        )}
      </QueryView>
    </section>
  );
}

interface GridRowsProps<Row, Fields extends ListFields> extends DataGridProps<Row, Fields> {
  page: GridPage<Row>;
}

function GridRows<Row extends object, Fields extends ListFields>(
  props: GridRowsProps<Row, Fields>,
) {
  const { grid, query, names, page, rowKey, actions } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery("(max-width: 48em)", false);
  const anyGrid = grid as unknown as AnyGrid;
  const rows = page.items;
  const table = useGridTable({
    columns: grid.columns,
    rows,
    layout: grid.layout,
    onWidths: (widths) => grid.setLayout({ widths }),
  });
  const isSelectable = Boolean(actions);
  const keys = useGridKeys({ scroller, grid: anyGrid, ids: rows.map(rowKey), isSelectable });
  return (
    <div ref={scroller} className={classes.scroller} data-density={grid.state.density}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take the focus, so it is a grid
        role="grid"
        className={classes.table}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
        onKeyDown={keys.onKeyDown}
        aria-label={t(names.table)}
        aria-busy={query.isPlaceholderData}
        aria-multiselectable={isSelectable || undefined}
        aria-rowcount={page.isTotalEstimated ? -1 : page.total + 1}
        style={widthOf(table.getTotalSize() + (isSelectable ? SELECT_WIDTH : 0))}
      >
        <GridHead table={table} grid={anyGrid} ids={isSelectable ? rows.map(rowKey) : null} />
        <GridBody
          table={table}
          grid={anyGrid}
          rowKey={rowKey}
          scroller={scroller}
          isVirtual={!isPhone && rows.length > 50}
          isSelectable={isSelectable}
          activeRow={keys.activeRow}
        />
      </table>
    </div>
  );
}

/** The least width, which a phone does without. */
function widthOf(pixels: number): CSSProperties {
  return { "--grid-width": `${pixels}px` } as CSSProperties;
}
