import { Button } from "@mantine/core";
import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { Initials } from "#components/display/initials.tsx";
import type { PlainMessage } from "#components/i18n/text.ts";
import { useText } from "#components/i18n/text-provider.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import type { TrashedUser } from "#server/domains/users/trash/schema.ts";
import classes from "./user-columns.module.css";

/** `onPurge` asks whether to purge one of them. */
export function trashColumns(onPurge: (user: TrashedUser) => void): GridColumn<TrashedUser>[] {
  return [
    {
      key: "name",
      header: "Name",
      width: 240,
      isPinned: true,
      phone: "title",
      cell: (user) => (
        <RowLink href={`/users/${user.id}`}>
          <Initials name={user.name} />
          <span className={classes.name}>{user.name}</span>
        </RowLink>
      ),
    },
    {
      key: "email",
      header: "E-mail",
      width: 260,
      phone: "text",
      cell: (user) => <span className={classes.email}>{user.email}</span>,
    },
    {
      key: "deletedAt",
      header: "Deleted",
      width: 140,
      phone: "tag",
      cell: (user) => <Time word="Deleted" date={user.deletedAt} />,
    },
    {
      key: "deletedBy",
      header: "Deleted by",
      width: 170,
      phone: "tag",
      cell: (user) => <DeletedBy name={user.deletedBy} />,
    },
    {
      key: "purgeAt",
      header: "Purged",
      width: 130,
      phone: "tag",
      cell: (user) => <Time word="Purged" date={user.purgeAt} />,
    },
    {
      key: "purge",
      header: "Purge now",
      width: 120,
      phone: "tag",
      cell: (user) => <Purge user={user} onPurge={onPurge} />,
    },
  ];
}

interface PurgeProps {
  user: TrashedUser;
  onPurge: (user: TrashedUser) => void;
}

function Purge({ user, onPurge }: PurgeProps) {
  const t = useText();
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t("Purge {name}", { name: user.name })}
      onClick={() => onPurge(user)}
    >
      {t("Purge…")}
    </Button>
  );
}

function DeletedBy({ name }: { name: string | null }) {
  const t = useText();
  return (
    <span className={classes.email}>
      <OnPhone word="by" /> {name ?? t("somebody unknown")}
    </span>
  );
}

function Time({ word, date }: { word: PlainMessage; date: Date }) {
  return (
    <span className={classes.time}>
      <OnPhone word={word} /> <RelativeTime date={date} />
    </span>
  );
}

/** On a card no column says what a value is. */
function OnPhone({ word }: { word: PlainMessage }) {
  const t = useText();
  return <span className={classes.onPhone}>{t(word)}</span>;
}
