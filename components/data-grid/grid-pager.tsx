"use client";

import { NativeSelect } from "@mantine/core";
import type { GridNames, GridPage } from "#components/data-grid/data-grid.tsx";
import { PAGE_SIZES } from "#components/data-grid/grid-search.ts";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { round } from "#components/list/format-total.ts";
import { Pager } from "#components/list/pager.tsx";
import classes from "./data-grid.module.css";

interface GridPagerProps {
  grid: AnyGrid;
  page: GridPage<unknown>;
  names: GridNames;
}

export function GridPager({ grid, page, names }: GridPagerProps) {
  const t = useText();
  const { previousCursor, nextCursor, total, isTotalEstimated } = page;
  return (
    <Pager
      label={t(names.pages)}
      summary={
        <span className={classes.summary}>
          {isTotalEstimated
            ? t(names.about, { count: round(total) })
            : t(names.count, { count: total })}
          <NativeSelect
            size="xs"
            aria-label={t("Rows per page")}
            data={PAGE_SIZES.map((size) => ({
              value: String(size),
              label: t("{count} a page", { count: String(size) }),
            }))}
            value={String(grid.state.limit)}
            onChange={({ currentTarget }) =>
              grid.setLimit(PAGE_SIZES.find((size) => String(size) === currentTarget.value) ?? 50)
            }
          />
        </span>
      }
      onPrevious={previousCursor ? () => grid.goTo(previousCursor) : null}
      onNext={nextCursor ? () => grid.goTo(nextCursor) : null}
    />
  );
}
