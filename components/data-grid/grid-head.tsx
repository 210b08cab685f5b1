"use client";

import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { KeyboardEvent, MouseEvent } from "react";
import { pinnedStyle, SELECT_WIDTH } from "#components/data-grid/pinned-style.ts";
import { isSelected, toggleAll } from "#components/data-grid/selection.ts";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import type { GridTable } from "#components/data-grid/use-grid-table.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import type { Sort } from "#server/platform/list/schema.ts";
import classes from "./data-grid.module.css";

const STEP = 16;
const MAX_SORTS = 3;

interface GridHeadProps<Row extends object> {
  table: GridTable<Row>;
  grid: AnyGrid;
  /** The rows of the page; null where none can be chosen. */
  ids: string[] | null;
}

export function GridHead<Row extends object>({ table, grid, ids }: GridHeadProps<Row>) {
  const columns = table.getVisibleLeafColumns();
  return (
    <>
      <colgroup className={classes.hiddenOnPhone}>
        {ids && <col style={{ width: SELECT_WIDTH }} />}
        {columns.map((column) => (
          <col key={column.id} style={{ width: column.getSize() }} />
        ))}
      </colgroup>
      <thead className={classes.hiddenOnPhone}>
        <tr>
          {ids && <SelectAll grid={grid} ids={ids} />}
          {columns.map((column) => (
            <HeaderCell
              key={column.id}
              table={table}
              grid={grid}
              name={column.id}
              hasSelect={Boolean(ids)}
            />
          ))}
        </tr>
      </thead>
    </>
  );
}

function SelectAll({ grid, ids }: { grid: AnyGrid; ids: string[] }) {
  const t = useText();
  const chosen = ids.filter((id) => isSelected(grid.selection, id)).length;
  return (
    <th scope="col" className={classes.head} data-select data-pinned>
      <Checkbox
        size="xs"
        aria-label={t("Choose all rows of this page")}
        checked={chosen === ids.length}
        indeterminate={chosen > 0 && chosen < ids.length}
        onChange={() => grid.setSelection(toggleAll(grid.selection, ids))}
      />
    </th>
  );
}

interface HeaderCellProps<Row extends object> {
  table: GridTable<Row>;
  grid: AnyGrid;
  name: string;
  hasSelect: boolean;
}

function HeaderCell<Row extends object>({ table, grid, name, hasSelect }: HeaderCellProps<Row>) {
  const t = useText();
  const column = table.getColumn(name);
  const header = table.getFlatHeaders().find(({ id }) => id === name);
  if (!column || !header) return null;
  const label = t.known(grid.columns.find(({ key }) => key === name)?.header ?? name);
  const order = grid.state.sort.find(({ field }) => field === name);
  const width = column.getSize();
  const setWidth = (next: number) =>
    table.setColumnSizing((sizing) => ({ ...sizing, [name]: Math.max(72, next) }));

  function resizeByKey(event: KeyboardEvent) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    setWidth(width + step);
  }

  return (
    <th
      scope="col"
      className={classes.head}
      aria-sort={ariaSort(grid.fields[name]?.isSortable, order?.direction)}
      data-pinned={column.getIsPinned() ? true : undefined}
      style={pinnedStyle(column, hasSelect)}
    >
      {grid.fields[name]?.isSortable ? (
        <SortButton grid={grid} name={name} label={label} direction={order?.direction} />
      ) : (
        label
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that is moved, not a rule */}
      <span
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t("Width of {column}", { column: label })}
        aria-valuenow={width}
        aria-valuemin={72}
        aria-valuemax={1000}
        className={classes.resizer}
        data-active={column.getIsResizing() || undefined}
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onKeyDown={resizeByKey}
      />
    </th>
  );
}

interface SortButtonProps {
  grid: AnyGrid;
  name: string;
  label: string;
  direction: "asc" | "desc" | undefined;
}

/** Sorts by this column alone; with Shift, by it after the ones before. */
function SortButton({ grid, name, label, direction }: SortButtonProps) {
  const t = useText();
  const rank = grid.state.sort.findIndex(({ field }) => field === name);

  function sort(event: MouseEvent) {
    const order: Sort = { field: name, direction: nextDirection(grid, name, direction) } as Sort;
    const others = grid.state.sort.filter(({ field }) => field !== name);
    if (!event.shiftKey) grid.sort([order]);
    else if (direction)
      grid.sort(grid.state.sort.map((each) => (each.field === name ? order : each)));
    else grid.sort([...others, order].slice(-MAX_SORTS));
  }

  return (
    <button
      type="button"
      className={classes.sort}
      data-sorted={direction}
      title={t("Shift: sort by this as well")}
      onClick={sort}
    >
      {label}
      <SortIcon direction={direction} />
      {grid.state.sort.length > 1 && rank >= 0 && <span className={classes.rank}>{rank + 1}</span>}
    </button>
  );
}

/** The other way round for the same column; text starts at A, times and numbers at the last. */
function nextDirection(grid: AnyGrid, name: string, direction: "asc" | "desc" | undefined) {
  if (direction) return direction === "asc" ? "desc" : "asc";
  return grid.fields[name]?.type === "text" ? "asc" : "desc";
}

function ariaSort(isSortable: boolean | undefined, direction: "asc" | "desc" | undefined) {
  if (!isSortable) return undefined;
  if (!direction) return "none";
  return direction === "asc" ? "ascending" : "descending";
}

function SortIcon({ direction }: { direction: "asc" | "desc" | undefined }) {
  if (!direction) {
    return (
      <IconArrowsSort size={13} stroke={1.6} className={classes.sortable} aria-hidden="true" />
    );
  }
  const Icon = direction === "asc" ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={2} aria-hidden="true" />;
}
