"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { GridNames, GridPage } from "#components/data-grid/data-grid.tsx";
import { countSelected } from "#components/data-grid/selection.ts";
import { type AnyGrid, NOTHING_SELECTED, type Selection } from "#components/data-grid/use-grid.ts";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { round } from "#components/list/format-total.ts";
import classes from "./selection-bar.module.css";

interface SelectionBarProps {
  grid: AnyGrid;
  page: GridPage<unknown>;
  names: GridNames;
  actions: ReactNode;
  /** As many rows can be acted on at once. */
  limit: number;
}

interface Chosen {
  selection: Selection;
  page: Pick<GridPage<unknown>, "total" | "isTotalEstimated">;
  names: Pick<GridNames, "chosen" | "aboutChosen">;
}

/** "7,693 jobs chosen" */
export function sayChosen(t: Text, { selection, page, names }: Chosen): string {
  const count = countSelected(selection, page.total);
  return selection.isAllMatching && page.isTotalEstimated
    ? t(names.aboutChosen, { count: round(count) })
    : t(names.chosen, { count });
}

/** What is chosen and what can be done with it; nothing while nothing is. */
export function SelectionBar({ grid, page, names, actions, limit }: SelectionBarProps) {
  const t = useText();
  const { selection } = grid;
  const count = countSelected(selection, page.total);
  const total = page.isTotalEstimated ? round(page.total) : page.total;
  const isMore = !selection.isAllMatching && page.total > count;
  return (
    <div className={classes.selection} role="status" data-empty={count === 0 || undefined}>
      {count > 0 && (
        <>
          <span>{sayChosen(t, { selection, page, names })}</span>
          {isMore && page.total > limit && count >= page.items.length && (
            <span>
              {t("At most {limit, number} at once: narrow the filter to choose all", { limit })}
            </span>
          )}
          {isMore && page.total <= limit && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => grid.setSelection({ isAllMatching: true, ids: new Set() })}
            >
              {t("Choose all {count, number} that match", { count: total })}
            </Button>
          )}
          <span className={classes.actions}>{actions}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => grid.setSelection(NOTHING_SELECTED)}
          >
            {t("Choose none")}
          </Button>
        </>
      )}
    </div>
  );
}
