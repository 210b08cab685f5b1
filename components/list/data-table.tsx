"use client";

import type { ReactNode } from "react";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import classes from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  header: PlainMessage;
  cell: (row: Row) => ReactNode;
  width?: string;
  /** On a phone: the card's title, a line of text, a tag beside others, or left out. */
  phone: "title" | "text" | "tag" | "hidden";
}

interface DataTableProps<Row> {
  /** The accessible name. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A short list, whole and in the order given; on a phone, cards. Longer ones are for the data grid. */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const t = useText();
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, header, width }) => (
            <th key={key} scope="col" style={{ width }}>
              {t(header)}
            </th>
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
