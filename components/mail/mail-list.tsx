"use client";

import { IconMail } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { knownOptionsOf, sortedOptionsOf } from "#components/data-grid/filter-words.ts";
import { QuickFilter } from "#components/data-grid/quick-filter.tsx";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { mailColumns } from "#components/mail/mail-columns.tsx";
import { mailGrid } from "#components/mail/mail-grid.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { MAIL_FIELDS } from "#server/domains/mail/schema.ts";

const NAMES = {
  table: "Mails",
  list: "List of mails",
  pages: "Pages of mails",
  search: "Search mails",
  count: "{count, plural, one {# mail} other {# mails}}",
  about: "about {count, plural, one {# mail} other {# mails}}",
  chosen: "{count, plural, one {# mail} other {# mails}} chosen",
  aboutChosen: "about {count, plural, one {# mail} other {# mails}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconMail,
  none: {
    title: "No mail yet",
    text: "Invitations and password links appear here as they are sent.",
  },
  noMatch: { title: "No mail matches", text: "Try another address or subject, or fewer filters." },
};

/** What becomes of a mail at its provider is no event. */
const REFRESH_MS = 5_000;

/** What was sent. */
export function MailList() {
  const t = useText();
  const trpc = useTRPC();
  const grid = useGrid(mailGrid, mailColumns);
  const query = useQuery(
    trpc.mail.list.queryOptions(grid.input, {
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    }),
  );
  return (
    <DataGrid
      grid={grid}
      query={query}
      names={NAMES}
      searchPlaceholder="Search by address or subject"
      rowKey={(mail) => mail.id}
      empty={EMPTY}
      tools={
        <>
          <ViewMenu list="mail" grid={grid} search={mailGrid} plainName="All mail" />
          <QuickFilter
            grid={grid}
            field="template"
            placeholder={t("Any kind")}
            data={sortedOptionsOf(t, MAIL_FIELDS.template)}
            width={200}
            isSearchable
          />
          <QuickFilter
            grid={grid}
            field="status"
            placeholder={t("Any state")}
            data={knownOptionsOf(t, MAIL_FIELDS.status)}
            width={180}
          />
        </>
      }
    />
  );
}
