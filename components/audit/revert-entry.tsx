"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChangeDiff } from "#components/audit/change-diff.tsx";
import { confirm } from "#components/feedback/confirm.tsx";
import { notifyDone, notifyProblem } from "#components/feedback/notify.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { useViewer } from "#components/shell/viewer.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { useTRPC } from "#components/trpc/trpc.ts";
import { findRevertible, REVERT_OF, REVERTIBLE_ACTIONS } from "#server/domains/audit/catalog.ts";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./revert-entry.module.css";

interface RevertEntryProps {
  entry: AuditEntry;
  onDone?: () => void;
  /** In a list of entries, where it must not outshine them. */
  isCompact?: boolean;
}

/** The way back from an edit, for whoever may make such an edit. */
export function RevertEntry({ entry, onDone, isCompact = false }: RevertEntryProps) {
  const t = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { permissions } = useViewer();
  const revert = useMutation(
    trpc.audit.revert.mutationOptions({
      onSuccess() {
        notifyDone(t("The edit is taken back."));
        onDone?.();
        // The edit may show anywhere.
        return queryClient.invalidateQueries();
      },
      onError: notifyProblem,
    }),
  );
  const entryId = entry.id;
  const action = findRevertible(entry);
  if (!action || !permissions.includes(REVERTIBLE_ACTIONS[action])) return null;
  return (
    <Button
      className={isCompact ? classes.compact : classes.revert}
      variant={isCompact ? "subtle" : "default"}
      color={isCompact ? "gray" : undefined}
      size={isCompact ? "compact-xs" : "xs"}
      loading={revert.isPending}
      leftSection={<IconArrowBackUp size={14} />}
      aria-label={t("Take this edit back… of {instant}", { instant: format.instant(entry.at) })}
      onClick={() =>
        confirm({
          title: t("Take this edit back?"),
          consequence: t(
            "A new edit in your name writes the earlier values. Later edits of other fields stay.",
          ),
          details: <ChangeDiff changes={backwards(entry.changes)} isWhole />,
          action: t("Take it back"),
          onConfirm: () => revert.mutate({ entryId }),
        })
      }
    >
      {t("Take this edit back…")}
    </Button>
  );
}

function backwards({ [REVERT_OF]: _, ...changes }: AuditEntry["changes"]): AuditEntry["changes"] {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [
      field,
      { before: after, after: before },
    ]),
  );
}
