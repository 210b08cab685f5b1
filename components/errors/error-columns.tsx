import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { Pill } from "#components/display/pill.tsx";
import { ErrorStatus } from "#components/errors/error-status.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { useFormat } from "#components/time/use-format.ts";
import { ERROR_KINDS, type ErrorGroup } from "#server/domains/errors/schema.ts";
import classes from "./error-columns.module.css";

export const errorColumns: readonly GridColumn<ErrorGroup>[] = [
  {
    key: "message",
    header: "Error",
    width: 410,
    isPinned: true,
    phone: "title",
    cell: (group) => (
      <RowLink href={`/errors/${group.id}`}>
        <span className={classes.error}>
          <span className={classes.message}>
            {group.name}: {group.message}
          </span>
          <code className={classes.place}>{group.place}</code>
        </span>
      </RowLink>
    ),
  },
  {
    key: "status",
    header: "State",
    width: 120,
    phone: "tag",
    cell: ({ status }) => <ErrorStatus status={status} />,
  },
  {
    key: "kind",
    header: "Kind",
    width: 120,
    phone: "tag",
    cell: ({ kind }) => <Kind kind={kind} />,
  },
  {
    key: "count",
    header: "Occurrences",
    width: 120,
    phone: "tag",
    cell: ({ count }) => <Count of={count} />,
  },
  {
    key: "lastSeenAt",
    header: "Last seen",
    width: 150,
    phone: "tag",
    cell: ({ lastSeenAt }) => <RelativeTime date={lastSeenAt} />,
  },
  {
    key: "firstSeenAt",
    header: "First seen",
    width: 150,
    phone: "hidden",
    cell: ({ firstSeenAt }) => <RelativeTime date={firstSeenAt} />,
  },
];

function Kind({ kind }: Pick<ErrorGroup, "kind">) {
  const t = useText();
  return <Pill>{t.known(ERROR_KINDS[kind])}</Pill>;
}

function Count({ of: count }: { of: number }) {
  const format = useFormat();
  return <span>{`${format.number(count)} ×`}</span>;
}
