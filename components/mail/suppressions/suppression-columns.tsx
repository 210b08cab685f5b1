import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { LetGo } from "#components/mail/suppressions/let-go.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { SUPPRESSION_REASONS } from "#server/domains/mail/catalog.ts";
import type { Suppression } from "#server/domains/mail/suppressions/schema.ts";
import classes from "./suppression-columns.module.css";

export const suppressionColumns: readonly GridColumn<Suppression>[] = [
  {
    key: "recipient",
    header: "Address",
    width: 320,
    isPinned: true,
    phone: "title",
    cell: ({ recipient }) => <span className={classes.address}>{recipient}</span>,
  },
  {
    key: "reason",
    header: "Reason",
    width: 320,
    phone: "text",
    cell: (row) => <Reason {...row} />,
  },
  {
    key: "createdAt",
    header: "Since",
    width: 140,
    phone: "tag",
    cell: ({ createdAt }) => (
      <span className={classes.soft}>
        <RelativeTime date={createdAt} />
      </span>
    ),
  },
  {
    key: "letGo",
    header: "Actions",
    width: 130,
    phone: "tag",
    cell: ({ recipient }) => <LetGo recipient={recipient} />,
  },
];

function Reason({ reason, createdByName }: Suppression) {
  const t = useText();
  return (
    <span className={classes.reason}>
      <span>{t(SUPPRESSION_REASONS[reason])}</span>
      {createdByName && <span className={classes.soft}>{createdByName}</span>}
      {reason === "complained" && (
        <span className={classes.soft}>{t("Still gets mail about the account")}</span>
      )}
    </span>
  );
}
