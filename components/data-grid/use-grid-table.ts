"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { GridColumn } from "#components/data-grid/grid-column.ts";
import type { GridLayout } from "#components/data-grid/use-grid.ts";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

const SAVE_AFTER_MS = 300;
const MIN_WIDTH = 72;

interface GridTableOptions<Row> {
  columns: readonly GridColumn<Row>[];
  rows: Row[];
  layout: GridLayout;
  onWidths: (widths: Record<string, number>) => void;
}

export type GridTable<Row extends object> = ReturnType<typeof useGridTable<Row>>;

/** The columns as the layout has them; widths follow the pointer at once and are kept when it rests. */
export function useGridTable<Row extends object>(options: GridTableOptions<Row>) {
  const { columns, rows, layout, onWidths } = options;
  const { shown, pinned, widths } = layout;
  const [draft, setDraft] = useState(widths);
  const [saved, setSaved] = useState(widths);
  const save = useDebouncedCallback(onWidths, SAVE_AFTER_MS);
  if (JSON.stringify(saved) !== JSON.stringify(widths)) {
    setSaved(widths);
    setDraft(widths);
  }
  const definitions = useMemo(
    () =>
      columns.map(({ key, header, width }) => ({
        id: key,
        header,
        size: width,
        minSize: MIN_WIDTH,
      })),
    [columns],
  );
  return useTable({
    features,
    columns: definitions,
    data: rows,
    columnResizeMode: "onChange",
    state: {
      columnOrder: shown,
      columnPinning: { start: pinned.filter((key) => shown.includes(key)), end: [] },
      columnSizing: draft,
      columnVisibility: Object.fromEntries(columns.map(({ key }) => [key, shown.includes(key)])),
    },
    onColumnSizingChange(change) {
      const next = typeof change === "function" ? change(draft) : change;
      const rounded = Object.fromEntries(
        Object.entries(next).map(([key, width]) => [key, Math.round(width)]),
      );
      setDraft(rounded);
      save(rounded);
    },
  });
}
