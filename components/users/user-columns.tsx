import type { GridColumn } from "#components/data-grid/grid-column.ts";
import { Avatar } from "#components/display/avatar.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { RoleBadges, StatusBadge } from "#components/users/user-badges.tsx";
import type { User } from "#server/domains/users/schema.ts";
import classes from "./user-columns.module.css";

export const userColumns: readonly GridColumn<User>[] = [
  {
    key: "name",
    header: "Name",
    width: 260,
    isPinned: true,
    phone: "title",
    cell: (user) => (
      <RowLink href={`/users/${user.id}`}>
        <Avatar user={user} />
        <span className={classes.name}>{user.name}</span>
      </RowLink>
    ),
  },
  {
    key: "email",
    header: "E-mail",
    width: 280,
    phone: "text",
    cell: (user) => <span className={classes.email}>{user.email}</span>,
  },
  {
    key: "status",
    header: "Status",
    width: 130,
    phone: "tag",
    cell: (user) => <StatusBadge status={user.status} until={user.suspendedUntil} />,
  },
  {
    key: "roles",
    header: "Roles",
    width: 150,
    phone: "tag",
    cell: (user) => <RoleBadges roles={user.roles} />,
  },
  {
    key: "department",
    header: "Department",
    width: 150,
    isHidden: true,
    phone: "hidden",
    cell: (user) => <span className={classes.email}>{user.department}</span>,
  },
  {
    key: "lastSignInAt",
    header: "Last sign-in",
    width: 140,
    phone: "hidden",
    cell: (user) => <Time date={user.lastSignInAt} />,
  },
  {
    key: "createdAt",
    header: "Created",
    width: 140,
    phone: "hidden",
    cell: (user) => <Time date={user.createdAt} />,
  },
  {
    key: "updatedAt",
    header: "Changed",
    width: 140,
    isHidden: true,
    phone: "hidden",
    cell: (user) => <Time date={user.updatedAt} />,
  },
];

function Time({ date }: { date: Date | null }) {
  return (
    <span className={classes.time}>
      <RelativeTime date={date} />
    </span>
  );
}
