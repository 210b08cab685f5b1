"use client";

import { Button, Drawer } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { AuditRecord } from "#components/audit/audit-record.tsx";
import { ChangeDiff } from "#components/audit/change-diff.tsx";
import { describeAction, describeActor } from "#components/audit/change-text.ts";
import { RevertEntry } from "#components/audit/revert-entry.tsx";
import { CopyableId } from "#components/display/copyable-id.tsx";
import { Facts } from "#components/display/facts.tsx";
import type { Text } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { formatInstant } from "#components/time/format.ts";
import type { AuditEntry, AuditFilter } from "#server/domains/audit/schema.ts";
import classes from "./entry-drawer.module.css";

interface EntryDrawerProps {
  isOpen: boolean;
  /** The last that was opened. */
  entry: AuditEntry | null;
  onClose: () => void;
  /** Asks the list for the entries of a filter only. */
  onNarrow: (filter: AuditFilter) => void;
}

/** One entry whole, and the ways to others like it. */
export function EntryDrawer({ isOpen, entry, onClose, onNarrow }: EntryDrawerProps) {
  const t = useText();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={entry && describeAction(entry.action, t)}
      closeButtonProps={{ "aria-label": t("Close") }}
      classNames={{ title: classes.title }}
    >
      {entry && (
        <>
          <Facts facts={factsOf(entry, t)} />
          <h3 className={classes.heading}>{t("Changes")}</h3>
          {Object.keys(entry.changes).length > 0 ? (
            <ChangeDiff changes={entry.changes} isWhole />
          ) : (
            <p className={classes.none}>{t("No field changed.")}</p>
          )}
          <RevertEntry key={entry.id} entry={entry} onDone={onClose} />
          <Others entry={entry} onNarrow={onNarrow} />
        </>
      )}
    </Drawer>
  );
}

function factsOf(entry: AuditEntry, t: Text) {
  const { id, at, address, requestId } = entry;
  return [
    { label: t("Time"), value: formatInstant(at, t.locale) },
    { label: t("Actor"), value: describeActor(entry, t) },
    { label: t("Record"), value: <AuditRecord entry={entry} /> },
    { label: t("Address"), value: address ?? t("Unknown") },
    {
      label: t("Request"),
      value: requestId ? <CopyableId value={requestId} label={t("Copy request id")} /> : t("None"),
    },
    { label: t("Entry"), value: <CopyableId value={id} label={t("Copy entry id")} /> },
  ];
}

function Others({ entry, onNarrow }: Pick<EntryDrawerProps, "onNarrow"> & { entry: AuditEntry }) {
  const t = useText();
  const { actorId, subjectType, subjectId } = entry;
  return (
    <div className={classes.others}>
      {actorId && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={14} />}
          onClick={() => onNarrow({ field: "actorId", operator: "is", value: actorId })}
        >
          {t("Everything by this actor")}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFilter size={14} />}
        onClick={() => onNarrow({ field: "subjectId", operator: "is", value: subjectId })}
      >
        {subjectType === "user"
          ? t("Everything about this user")
          : t("Everything about this record")}
      </Button>
    </div>
  );
}
