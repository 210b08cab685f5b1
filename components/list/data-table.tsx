"use client";

import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./data-table.module.css";

export interface Column<Row, SortKey extends string = never> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The name that the list's procedure sorts this column by. */
  sort?: SortKey;
  width?: string;
  /** On a phone: the card's title, a line of text, a tag beside others, or left out. */
  phone: "title" | "text" | "tag" | "hidden";
}

export interface Sorting<SortKey extends string> {
  sort: SortKey;
  direction: "asc" | "desc";
}

interface DataTableProps<Row, SortKey extends string> {
  /** The accessible name. */
  label: string;
  columns: Column<Row, SortKey>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting<SortKey>;
  onSort?: (sort: SortKey) => void;
  /** Rows of the filter before, shown while the next ones load. */
  isStale?: boolean;
}

/** A table that turns into cards on a phone. */
export function DataTable<Row, SortKey extends string = never>({
  label,
  columns,
  rows,
  rowKey,
  sorting,
  onSort,
  isStale = false,
}: DataTableProps<Row, SortKey>) {
  return (
    <table className={classes.table} aria-label={label} aria-busy={isStale}>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, cell, phone }) => (
              <td key={key} data-phone={phone}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeaderCellProps<Row, SortKey extends string> {
  column: Column<Row, SortKey>;
  sorting?: Sorting<SortKey>;
  onSort?: (sort: SortKey) => void;
}

function HeaderCell<Row, SortKey extends string>(props: HeaderCellProps<Row, SortKey>) {
  const { column, sorting, onSort } = props;
  const { sort } = column;
  if (!sort || !sorting || !onSort) {
    return (
      <th scope="col" style={{ width: column.width }}>
        {column.header}
      </th>
    );
  }
  const direction = sorting.sort === sort ? sorting.direction : null;
  return (
    <th scope="col" style={{ width: column.width }} aria-sort={ariaSort(direction)}>
      <button type="button" className={classes.sort} onClick={() => onSort(sort)}>
        {column.header}
        <SortIcon direction={direction} />
      </button>
    </th>
  );
}

function ariaSort(direction: "asc" | "desc" | null) {
  if (!direction) {
    return "none";
  }
  return direction === "asc" ? "ascending" : "descending";
}

function SortIcon({ direction }: { direction: "asc" | "desc" | null }) {
  if (!direction) {
    return (
      <IconArrowsSort size={13} stroke={1.6} className={classes.sortable} aria-hidden="true" />
    );
  }
  const Icon = direction === "asc" ? IconArrowUp : IconArrowDown;
  return <Icon size={13} stroke={2} aria-hidden="true" />;
}
