"use client";

import { IconMailOff } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ActionButton } from "#components/feedback/action-button.tsx";
import { Message } from "#components/feedback/message.tsx";
import { QueryView } from "#components/feedback/query-view.tsx";
import { SkeletonRows } from "#components/feedback/skeleton-rows.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { type Column, DataTable } from "#components/list/data-table.tsx";
import { useMayChange } from "#components/shell/viewer.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useTRPC } from "#components/trpc/trpc.ts";
import { SUPPRESSION_REASONS } from "#server/domains/mail/catalog.ts";
import type { Suppression } from "#server/domains/mail/suppressions/schema.ts";
import classes from "../../jobs/queue-list.module.css";

const COLUMNS: Column<Suppression>[] = [
  { key: "recipient", header: "Address", cell: ({ recipient }) => recipient, phone: "title" },
  { key: "reason", header: "Reason", cell: (row) => <Reason {...row} />, phone: "text" },
  {
    key: "createdAt",
    header: "Since",
    cell: ({ createdAt }) => <RelativeTime date={createdAt} />,
    phone: "tag",
  },
  { key: "actions", header: "Actions", cell: (row) => <LetGo {...row} />, phone: "tag" },
];

/** The newest 500. */
export function SuppressionList() {
  const t = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.mail.suppressions.queryOptions());
  return (
    <QueryView query={query} skeleton={<SkeletonRows count={4} />}>
      {(rows) => (
        <div className={classes.frame}>
          {rows.length > 0 ? (
            <DataTable
              label={t("Held back addresses")}
              columns={COLUMNS}
              rows={rows}
              rowKey={({ recipient }) => recipient}
            />
          ) : (
            <Message icon={<IconMailOff size={20} />} title={t("No address is held back")}>
              {t("Addresses appear here when mail to them bounces or is reported as spam.")}
            </Message>
          )}
        </div>
      )}
    </QueryView>
  );
}

function Reason({ reason, createdByName }: Suppression) {
  const t = useText();
  return (
    <span className={classes.queue}>
      <span>{t(SUPPRESSION_REASONS[reason])}</span>
      {createdByName && <span className={classes.soft}>{createdByName}</span>}
    </span>
  );
}

function LetGo({ recipient }: Suppression) {
  const t = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const unsuppress = useMutation(
    trpc.mail.unsuppress.mutationOptions({
      onSuccess(rows) {
        queryClient.setQueryData(trpc.mail.suppressions.queryKey(), rows);
      },
    }),
  );
  if (!useMayChange("mail.manage")) return null;
  return (
    <ActionButton
      size="compact-sm"
      variant="default"
      aria-label={t("Let {recipient} get mail again", { recipient })}
      run={() => unsuppress.mutateAsync({ recipient })}
      done={t("{recipient} gets mail again.", { recipient })}
    >
      {t("Let go")}
    </ActionButton>
  );
}
