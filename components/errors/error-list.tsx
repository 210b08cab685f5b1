"use client";

import { Button } from "@mantine/core";
import { IconBug } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { knownOptionsOf } from "#components/data-grid/filter-words.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { selectionOf } from "#components/data-grid/selection-of.ts";
import { type Grid, NOTHING_SELECTED, useGrid } from "#components/data-grid/use-grid.ts";
import { errorColumns } from "#components/errors/error-columns.tsx";
import { errorGrid } from "#components/errors/error-grid.ts";
import { useSettle } from "#components/errors/use-settle.ts";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { ERROR_FIELDS, type ErrorGroup, type ErrorStatus } from "#server/domains/errors/schema.ts";

const REFRESH_MS = 5_000;

const NAMES = {
  table: "Errors",
  list: "List of errors",
  pages: "Pages of errors",
  search: "Search errors",
  count: "{count, plural, one {# error} other {# errors}}",
  about: "about {count, plural, one {# error} other {# errors}}",
  chosen: "{count, plural, one {# error} other {# errors}} chosen",
  aboutChosen: "about {count, plural, one {# error} other {# errors}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconBug,
  none: { title: "No error yet", text: "What nobody expected to go wrong appears here." },
  noMatch: { title: "No error matches", text: "Try another text, or fewer filters." },
};

/** Unexpected errors, those that are alike together, read again every few seconds. */
export function ErrorList() {
  const t = useText();
  const trpc = useTRPC();
  const grid = useGrid(errorGrid, errorColumns);
  const mayManage = useMayChange("errors.manage");
  const query = useQuery(
    trpc.errors.list.queryOptions(grid.input, {
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    }),
  );
  const choices = (field: "status" | "kind") => knownOptionsOf(t, ERROR_FIELDS[field]);
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by message or place"
      rowKey={(group) => group.id}
      empty={EMPTY}
      actions={mayManage ? <SettleChosen grid={grid} /> : undefined}
      tools={
        <>
          <ViewMenu list="errors" grid={grid} search={errorGrid} plainName="All errors" />
          <QuickFilter
            grid={grid}
            field="status"
            placeholder={t("Any state")}
            data={choices("status")}
          />
          <QuickFilter
            grid={grid}
            field="kind"
            placeholder={t("Any kind")}
            data={choices("kind")}
          />
        </>
      }
    />
  );
}

const SETTLE: [status: ErrorStatus, label: PlainMessage][] = [
  ["resolved", "Resolve"],
  ["ignored", "Ignore"],
  ["open", "Reopen"],
];

function SettleChosen({ grid }: { grid: Grid<ErrorGroup, typeof ERROR_FIELDS> }) {
  const t = useText();
  const settle = useSettle();
  return SETTLE.map(([status, label]) => (
    <Button
      key={status}
      size="compact-sm"
      variant="default"
      loading={settle.isPending}
      onClick={() =>
        settle.mutate(
          { selection: selectionOf(grid), status },
          { onSuccess: () => grid.setSelection(NOTHING_SELECTED) },
        )
      }
    >
      {t(label)}
    </Button>
  ));
}
