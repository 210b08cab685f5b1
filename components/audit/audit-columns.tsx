import { AuditRecord } from "#components/audit/audit-record.tsx";
import { describeAction, describeActor, summarizeChanges } from "#components/audit/change-text.ts";
import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { RowButton } from "#components/list/row-button.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { AuditEntry } from "#server/domains/audit/schema.ts";
import classes from "./audit-columns.module.css";

/** `onOpen` shows one entry whole. */
export function auditColumns(onOpen: (entry: AuditEntry) => void): GridColumn<AuditEntry>[] {
  return [
    {
      key: "action",
      header: "Action",
      width: 230,
      isPinned: true,
      phone: "title",
      cell: (entry) => (
        <RowButton onClick={() => onOpen(entry)}>
          <Action entry={entry} />
        </RowButton>
      ),
    },
    {
      key: "record",
      header: "Record",
      width: 190,
      phone: "text",
      cell: (entry) => <AuditRecord entry={entry} />,
    },
    {
      key: "changes",
      header: "Changes",
      width: 260,
      phone: "text",
      cell: (entry) => <Changes entry={entry} />,
    },
    {
      key: "actor",
      header: "Actor",
      width: 190,
      phone: "tag",
      cell: (entry) => <Actor entry={entry} />,
    },
    {
      key: "at",
      header: "Time",
      width: 130,
      phone: "tag",
      cell: (entry) => (
        <span className={classes.time}>
          <RelativeTime date={entry.at} />
        </span>
      ),
    },
    {
      key: "address",
      header: "Address",
      width: 130,
      phone: "hidden",
      cell: (entry) => <span className={classes.code}>{entry.address}</span>,
    },
    {
      key: "requestId",
      header: "Request",
      width: 150,
      isHidden: true,
      phone: "hidden",
      cell: (entry) => <span className={classes.code}>{entry.requestId}</span>,
    },
  ];
}

function Action({ entry }: { entry: AuditEntry }) {
  return <span className={classes.action}>{describeAction(entry.action, useText())}</span>;
}

function Changes({ entry }: { entry: AuditEntry }) {
  return <span className={classes.soft}>{summarizeChanges(entry.changes, useText())}</span>;
}

function Actor({ entry }: { entry: AuditEntry }) {
  return <span className={classes.soft}>{describeActor(entry, useText())}</span>;
}
