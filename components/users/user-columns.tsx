import { Initials } from "#components/display/initials.tsx";
import type { Column } from "#components/list/data-table.tsx";
import { RowLink } from "#components/list/row-link.tsx";
import { RelativeTime } from "#components/time/relative-time.tsx";
import { RoleBadges, StatusBadge } from "#components/users/user-badges.tsx";
import type { ListUsersInput, User } from "#server/domains/users/schema.ts";
import classes from "./user-columns.module.css";

export const userColumns: Column<User, ListUsersInput["sort"]>[] = [
  {
    key: "name",
    header: "Name",
    sort: "name",
    width: "26%",
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
    sort: "email",
    width: "28%",
    phone: "text",
    cell: (user) => <span className={classes.email}>{user.email}</span>,
  },
  {
    key: "status",
    header: "Status",
    phone: "tag",
    cell: (user) => <StatusBadge status={user.status} />,
  },
  {
    key: "roles",
    header: "Roles",
    phone: "tag",
    cell: (user) => <RoleBadges roles={user.roles} />,
  },
  {
    key: "lastSignInAt",
    header: "Last sign-in",
    sort: "lastSignInAt",
    phone: "hidden",
    cell: (user) => (
      <span className={classes.time}>
        <RelativeTime date={user.lastSignInAt} />
      </span>
    ),
  },
  {
    key: "createdAt",
    header: "Created",
    sort: "createdAt",
    phone: "hidden",
    cell: (user) => (
      <span className={classes.time}>
        <RelativeTime date={user.createdAt} />
      </span>
    ),
  },
];
