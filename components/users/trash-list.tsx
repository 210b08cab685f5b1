"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { DataGrid, type GridNames } from "#components/data-grid/data-grid.tsx";
import type { EmptyWords } from "#components/data-grid/empty-list.tsx";
import { selectionOf } from "#components/data-grid/selection-of.ts";
import { useGrid } from "#components/data-grid/use-grid.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { PurgeDialog } from "#components/users/purge-user.tsx";
import { trashColumns } from "#components/users/trash-columns.tsx";
import { trashGrid } from "#components/users/trash-grid.ts";
import { useBulk } from "#components/users/use-bulk.tsx";
import { ViewMenu } from "#components/views/view-menu.tsx";
import type { TrashedUser } from "#server/domains/users/trash/schema.ts";

const NAMES = {
  table: "Deleted users",
  list: "List of deleted users",
  pages: "Pages of deleted users",
  search: "Search deleted users",
  count: "{count, plural, one {# deleted user} other {# deleted users}}",
  about: "about {count, plural, one {# deleted user} other {# deleted users}}",
  chosen: "{count, plural, one {# deleted user} other {# deleted users}} chosen",
  aboutChosen: "about {count, plural, one {# deleted user} other {# deleted users}} chosen",
} as const satisfies GridNames;

const EMPTY: EmptyWords = {
  icon: IconTrash,
  none: {
    title: "The trash is empty",
    text: "Deleted users wait here until they are restored or purged.",
  },
  noMatch: { title: "Nobody matches", text: "Try another name or address, or fewer filters." },
};

export function TrashList() {
  const t = useText();
  const trpc = useTRPC();
  const [doomed, setDoomed] = useState<TrashedUser | null>(null);
  const [isOpen, { open, close }] = useDisclosure(false);
  const columns = useMemo(
    () =>
      trashColumns((user) => {
        setDoomed(user);
        open();
      }),
    [open],
  );
  const grid = useGrid(trashGrid, columns);
  const query = useQuery(
    trpc.users.listTrash.queryOptions(grid.input, { placeholderData: keepPreviousData }),
  );
  const run = useBulk(grid);
  const restore = useMutation(trpc.users.restoreMany.mutationOptions());
  const remove = useMutation(trpc.users.deleteMany.mutationOptions());

  const putBack = (ids: string[]) =>
    run({
      work: () => remove.mutateAsync({ selection: { ids } }),
      done: "{count, plural, one {# user} other {# users}} moved to the trash.",
    });
  const restoreThem = () =>
    run({
      work: () => restore.mutateAsync({ selection: selectionOf(grid) }),
      done: "{count, plural, one {# user} other {# users}} restored.",
      back: (ids) => void putBack(ids),
    });

  return (
    <>
      <DataGrid
        grid={grid}
        query={query}
        names={NAMES}
        searchPlaceholder="Search by name or e-mail"
        rowKey={(user) => user.id}
        empty={EMPTY}
        tools={<ViewMenu list="trash" grid={grid} search={trashGrid} plainName="The whole trash" />}
        actions={
          <Button
            size="compact-sm"
            variant="default"
            loading={restore.isPending}
            onClick={() => void restoreThem()}
          >
            {t("Restore")}
          </Button>
        }
      />
      {doomed && <PurgeDialog user={doomed} isOpen={isOpen} onClose={close} />}
    </>
  );
}
