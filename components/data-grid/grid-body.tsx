"use client";

import { Checkbox } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import { pinnedStyle } from "#components/data-grid/pinned-style.ts";
import { isSelected, toggle } from "#components/data-grid/selection.ts";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import type { GridTable } from "#components/data-grid/use-grid-table.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./data-grid.module.css";

const ROW_HEIGHTS = { comfortable: 52, compact: 36 };
const OVERSCAN = 8;
const FIRST_RECT = { width: 1200, height: 800 };

interface GridBodyProps<Row extends object> {
  table: GridTable<Row>;
  grid: AnyGrid;
  rowKey: (row: Row) => string;
  scroller: RefObject<HTMLDivElement | null>;
  /** Only the rows in sight are in the document. */
  isVirtual: boolean;
  isSelectable: boolean;
  activeRow: number;
}

export function GridBody<Row extends object>(props: GridBodyProps<Row>) {
  const { table, grid, scroller, isVirtual, isSelectable } = props;
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHTS[grid.state.density],
    initialRect: FIRST_RECT,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const inSight = isVirtual ? items.map(({ index }) => index) : rows.map((_, index) => index);
  const above = isVirtual ? (items[0]?.start ?? 0) : 0;
  const below = isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const span = table.getVisibleLeafColumns().length + (isSelectable ? 1 : 0);
  return (
    <tbody className={classes.body}>
      {above > 0 && <Space height={above} span={span} />}
      {inSight.map((index) => {
        const row = rows[index]?.original;
        return row && <GridRow key={props.rowKey(row)} {...props} row={row} index={index} />;
      })}
      {below > 0 && <Space height={below} span={span} />}
    </tbody>
  );
}

/** Stands for the rows that are out of sight. */
function Space({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that cannot be focused
    <tr aria-hidden="true">
      <td colSpan={span} className={classes.space} style={{ height }} />
    </tr>
  );
}

interface GridRowProps<Row extends object> extends GridBodyProps<Row> {
  row: Row;
  index: number;
}

function GridRow<Row extends object>(props: GridRowProps<Row>) {
  const t = useText();
  const { table, grid, rowKey, isSelectable, activeRow, row, index } = props;
  const id = rowKey(row);
  const isChosen = isSelectable && isSelected(grid.selection, id);
  const columns = table.getVisibleLeafColumns();
  return (
    <tr
      className={classes.row}
      data-row={index}
      tabIndex={index === activeRow ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isChosen : undefined}
    >
      {isSelectable && (
        <td className={classes.cell} data-phone="select" data-pinned>
          <Checkbox
            size="xs"
            aria-label={t("Choose this row")}
            checked={isChosen}
            onChange={() => grid.setSelection(toggle(grid.selection, id))}
          />
        </td>
      )}
      {columns.map((column) => {
        const definition = grid.columns.find(({ key }) => key === column.id);
        return (
          <td
            key={column.id}
            className={classes.cell}
            data-phone={definition?.phone}
            data-pinned={column.getIsPinned() ? true : undefined}
            style={pinnedStyle(column, isSelectable)}
          >
            {definition?.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
