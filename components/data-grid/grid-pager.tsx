"use client";

import { NativeSelect } from "@mantine/core";
import type { GridNames, GridPage } from "#components/data-grid/data-grid.tsx";
import { PAGE_SIZES } from "#components/data-grid/grid-search.ts";
import type { AnyGrid } from "#components/data-grid/use-grid.ts";
import { formatTotal } from "#components/list/format-total.ts";
import { Pager } from "#components/list/pager.tsx";
import classes from "./data-grid.module.css";

const SIZES = PAGE_SIZES.map((size) => ({ value: String(size), label: `${size} a page` }));

interface GridPagerProps {
  grid: AnyGrid;
  page: GridPage<unknown>;
  names: GridNames;
}

export function GridPager({ grid, page, names }: GridPagerProps) {
  const { previousCursor, nextCursor, total, isTotalEstimated } = page;
  const noun = total === 1 ? names.one : names.many;
  return (
    <Pager
      of={names.many}
      summary={
        <span className={classes.summary}>
          {`${formatTotal(total, isTotalEstimated)} ${noun}`}
          <NativeSelect
            size="xs"
            aria-label="Rows per page"
            data={SIZES}
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
