"use client";

import { useDisclosure } from "@mantine/hooks";
import { IconHistory } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { auditColumns } from "#components/audit/audit-columns.tsx";
import { auditGrid, toAuditInput } from "#components/audit/audit-grid.ts";
import { EntryDrawer } from "#components/audit/entry-drawer.tsx";
import { ExportMenu } from "#components/audit/export-menu.tsx";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { sortedOptionsOf } from "#components/data-grid/filter-words.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { AUDIT_FIELDS, type AuditEntry, type AuditFilter } from "#server/domains/audit/schema.ts";

const NAMES = {
  table: "Entries",
  list: "List of entries",
  pages: "Pages of entries",

  count: "{count, plural, one {# entry} other {# entries}}",
  about: "about {count, plural, one {# entry} other {# entries}}",
  chosen: "{count, plural, one {# entry} other {# entries}} chosen",
  aboutChosen: "about {count, plural, one {# entry} other {# entries}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconHistory,
  none: {
    title: "Nothing has happened yet",
    text: "Every change from now on appears here.",
  },
  noMatch: {
    title: "No entry matches",
    text: "Try another action or a longer time, or fewer filters.",
  },
};

export function AuditLog() {
  const t = useText();
  const trpc = useTRPC();
  const [entry, setEntry] = useState<AuditEntry | null>(null);
  const [isOpen, { open, close }] = useDisclosure(false);
  const columns = useMemo(
    () =>
      auditColumns((opened) => {
        setEntry(opened);
        open();
      }),
    [open],
  );
  const grid = useGrid(auditGrid, columns);
  const query = useQuery(
    trpc.audit.list.queryOptions(toAuditInput(grid.state), {
      placeholderData: keepPreviousData,
    }),
  );

  function narrow(filter: AuditFilter) {
    close();
    grid.filter(filter);
  }

  return (
    <>
      <DataGrid
        grid={grid}
        query={query}
        names={NAMES}
        rowKey={(entry) => entry.id}
        empty={EMPTY}
        tools={
          <>
            <ViewMenu list="audit" grid={grid} search={auditGrid} plainName="All entries" />
            <QuickFilter
              grid={grid}
              field="action"
              placeholder={t("Any action")}
              data={sortedOptionsOf(t, AUDIT_FIELDS.action)}
              width={230}
              isSearchable
            />
            <QuickFilter
              grid={grid}
              field="actorKind"
              placeholder={t("Any actor")}
              data={sortedOptionsOf(t, AUDIT_FIELDS.actorKind)}
              width={170}
            />
            <ExportMenu filter={grid.state.filter} />
          </>
        }
      />
      <EntryDrawer isOpen={isOpen} entry={entry} onClose={close} onNarrow={narrow} />
    </>
  );
}
