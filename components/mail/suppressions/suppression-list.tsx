"use client";

import { IconMailOff } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { knownOptionsOf } from "#components/data-grid/filter-words.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { suppressionColumns } from "#components/mail/suppressions/suppression-columns.tsx";
import { suppressionGrid } from "#components/mail/suppressions/suppression-grid.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { SUPPRESSION_FIELDS } from "#server/domains/mail/suppressions/schema.ts";

const NAMES = {
  table: "Held back addresses",
  list: "List of held back addresses",
  pages: "Pages of held back addresses",
  search: "Search held back addresses",
  count: "{count, plural, one {# address} other {# addresses}}",
  about: "about {count, plural, one {# address} other {# addresses}}",
  chosen: "{count, plural, one {# address} other {# addresses}} chosen",
  aboutChosen: "about {count, plural, one {# address} other {# addresses}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconMailOff,
  none: {
    title: "No address is held back",
    text: "Addresses appear here when mail to them bounces or is reported as spam.",
  },
  noMatch: { title: "No address matches", text: "Try another address, or fewer filters." },
};

/** The addresses that get no mail, or none that can be given up. */
export function SuppressionList() {
  const t = useText();
  const trpc = useTRPC();
  const grid = useGrid(suppressionGrid, suppressionColumns);
  const query = useQuery(
    trpc.mail.suppressions.queryOptions(grid.input, { placeholderData: keepPreviousData }),
  );
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by address"
      rowKey={(suppression) => suppression.id}
      empty={EMPTY}
      tools={
        <>
          <ViewMenu
            list="suppressions"
            grid={grid}
            search={suppressionGrid}
            plainName="All held back addresses"
          />
          <QuickFilter
            grid={grid}
            field="reason"
            placeholder={t("Any reason")}
            data={knownOptionsOf(t, SUPPRESSION_FIELDS.reason)}
            width={220}
          />
        </>
      }
    />
  );
}
